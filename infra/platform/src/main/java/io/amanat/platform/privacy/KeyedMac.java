package io.amanat.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) under a secret of this installation, for what is compared by hash but could be guessed. */
public final class KeyedMac {
    private static final String FILE = "hmac.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final SecretKeySpec secret;

    private KeyedMac(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    static KeyedMac in(SecretFiles files) {
        return new KeyedMac(Base64.getDecoder().decode(files.readOrCreate(FILE, KeyedMac::fresh)));
    }

    private static String fresh() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    /**
     * 64 lower-case hexadecimal digits.
     *
     * @param purpose keeps hashes for different uses apart; holds no zero character
     */
    public String hex(String purpose, byte[] data) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(data));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
