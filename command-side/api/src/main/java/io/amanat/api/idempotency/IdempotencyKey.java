package io.amanat.api.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as its client sent it.
 *
 * @param client whose key it is
 * @param fingerprint of method, path and body
 */
public record IdempotencyKey(String client, String value, String fingerprint) {
    private static final int FINGERPRINT_CHARACTERS = 16;
    private static final String ATTRIBUTE = IdempotencyKey.class.getName();

    /** The key of this request, when it came with one. */
    public static @Nullable IdempotencyKey of(HttpServletRequest request) {
        return (IdempotencyKey) request.getAttribute(ATTRIBUTE);
    }

    void rememberIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * As it stands in events: with a part of the fingerprint, so that a client which uses its key again for something else, after its
     * time here is over, is not answered with what it did the first time.
     */
    public String inLog() {
        return value + "#" + fingerprint.substring(0, Math.min(fingerprint.length(), FINGERPRINT_CHARACTERS));
    }

    /** A name-based id (RFC 9562, version 8, SHA-256): the same for the same request under the same key, and only for it. */
    public UUID derive(String what) {
        String name = String.join("\n", client, value, fingerprint, what);
        ByteBuffer hash = ByteBuffer.wrap(sha256(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha256(byte[] name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
