package io.amanat.contract.money;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An account or contract on an EVM chain, kept in lower case. Whether mixed case as typed by a person carries a correct EIP-55
 * checksum is checked where it comes in, by {@link AddressChecksum}.
 */
public record EvmAddress(String value) {
    private static final Pattern FORM = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final String ZERO = "0x0000000000000000000000000000000000000000";

    public EvmAddress {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an address is 0x and 40 hexadecimal digits");
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    public boolean zero() {
        return value.equals(ZERO);
    }

    @Override
    public String toString() {
        return value;
    }
}
