package io.amanat.contract.marketplace;

import java.util.regex.Pattern;

/**
 * HMAC-SHA256 of request id and 6-digit code under a secret of the server, 64 lower-case hexadecimal digits. The code itself
 * never leaves the edge.
 */
public record DeliveryCodeHash(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public DeliveryCodeHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a delivery code hash has 64 hexadecimal digits");
        }
    }

    /** Says nothing: a hash of six digits is worth keeping out of logs. */
    @Override
    public String toString() {
        return "DeliveryCodeHash[hidden]";
    }
}
