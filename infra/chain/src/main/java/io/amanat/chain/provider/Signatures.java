package io.amanat.chain.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with one of several secrets. */
final class Signatures {
    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /**
     * Whether {@code hex} is the signature of the parts, one after the other. Every secret is tried, and each comparison takes the same time
     * whatever is wrong, so the time tells nothing.
     */
    static boolean good(List<String> secrets, String hex, byte[]... parts) {
        byte[] claimed = bytes(hex);
        boolean good = false;
        for (String secret : secrets) {
            good |= MessageDigest.isEqual(hmac(secret, parts), claimed);
        }
        return good;
    }

    static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(String secret, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Nothing, which no signature equals, when it is not hexadecimal. */
    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex.strip());
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
