package io.amanat.chain.evm;

import io.amanat.contract.money.AddressChecksum;
import io.amanat.contract.money.EvmAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.web3j.crypto.Hash;

/** The checksum of an Ethereum address, which stands in the case of its letters. Formula: ERC-55. */
public final class Eip55 implements AddressChecksum {

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

    @Override
    public EvmAddress parse(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException("an address is 0x and 40 hexadecimal digits");
        }
        String digits = text.substring(2);
        EvmAddress address = new EvmAddress(text);
        boolean carriesChecksum =
                !digits.equals(digits.toLowerCase(Locale.ROOT)) && !digits.equals(digits.toUpperCase(Locale.ROOT));
        if (carriesChecksum && !text.equals(format(address))) {
            throw new IllegalArgumentException("the checksum of the address is wrong: a character was mistyped");
        }
        return address;
    }

    @Override
    public String format(EvmAddress address) {
        String digits = address.value().substring(2);
        String hash = HexFormat.of().formatHex(Hash.sha3(digits.getBytes(StandardCharsets.US_ASCII)));
        StringBuilder text = new StringBuilder("0x");
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            text.append(hash.charAt(i) >= '8' ? Character.toUpperCase(digit) : digit);
        }
        return text.toString();
    }
}
