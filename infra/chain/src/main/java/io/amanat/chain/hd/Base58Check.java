package io.amanat.chain.hd;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Base58 with a four byte checksum (double SHA-256), as extended keys are written. */
final class Base58Check {

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final int CHECKSUM_BYTES = 4;
    private static final int TEXT_LENGTH_MAX = 120;

    private Base58Check() {}

    static byte[] decode(String text) {
        if (text.isEmpty() || text.length() > TEXT_LENGTH_MAX) {
            throw new IllegalArgumentException("An extended key is a text of 1 to " + TEXT_LENGTH_MAX + " characters");
        }
        byte[] bytes = base58(text);
        if (bytes.length <= CHECKSUM_BYTES) {
            throw new IllegalArgumentException("The extended key is too short");
        }
        byte[] payload = Arrays.copyOf(bytes, bytes.length - CHECKSUM_BYTES);
        byte[] checksum = Arrays.copyOfRange(bytes, payload.length, bytes.length);
        if (!MessageDigest.isEqual(checksum, checksumOf(payload))) {
            throw new IllegalArgumentException("The checksum of the extended key is wrong");
        }
        return payload;
    }

    static String encode(byte[] payload) {
        byte[] bytes = Arrays.copyOf(payload, payload.length + CHECKSUM_BYTES);
        System.arraycopy(checksumOf(payload), 0, bytes, payload.length, CHECKSUM_BYTES);
        StringBuilder text = new StringBuilder();
        for (BigInteger rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(BASE)) {
            text.append(ALPHABET.charAt(rest.mod(BASE).intValue()));
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            text.append(ALPHABET.charAt(0));
        }
        return text.reverse().toString();
    }

    private static byte[] base58(String text) {
        BigInteger value = BigInteger.ZERO;
        int leadingZeros = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException(
                        "The extended key has a character that is not base58 at position " + i);
            }
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
            if (value.signum() == 0) {
                leadingZeros++;
            }
        }
        byte[] magnitude = value.toByteArray();
        int sign = magnitude[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[leadingZeros + magnitude.length - sign];
        System.arraycopy(magnitude, sign, bytes, leadingZeros, magnitude.length - sign);
        return bytes;
    }

    private static byte[] checksumOf(byte[] payload) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Arrays.copyOf(sha256.digest(sha256.digest(payload)), CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
