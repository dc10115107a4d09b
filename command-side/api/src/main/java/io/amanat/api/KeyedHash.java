package io.amanat.api;

/**
 * HMAC-SHA256 under a secret of the server, for things that are looked up or compared by hash but could be guessed: e-mail
 * addresses, request bodies that hold a password or a code.
 */
public interface KeyedHash {
    /**
     * 64 lower-case hexadecimal digits; the same after a restart.
     *
     * @param purpose keeps hashes for different uses apart, such as {@code email}
     */
    String hex(String purpose, byte[] data);
}
