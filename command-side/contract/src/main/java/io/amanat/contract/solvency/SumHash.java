package io.amanat.contract.solvency;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is hashed, byte by byte. Every field has a fixed length, and each kind of node begins with its own tag, so that no leaf can be
 * shown as a node or the other way round:
 *
 * <ul>
 *   <li>leaf: {@code amanat.solvency.leaf.v1}, one zero byte, payment id (16 bytes), nonce (32), amount (32)
 *   <li>node: {@code amanat.solvency.node.v1}, one zero byte, left hash (32), left sum (32), right hash (32), right sum (32)
 *   <li>tree without a leaf: {@code amanat.solvency.none.v1}, one zero byte
 * </ul>
 *
 * Numbers are unsigned and big-endian.
 */
final class SumHash {
    private static final HexFormat HEX = HexFormat.of();
    private static final int WORD_BYTES = 32;
    private static final int ID_BYTES = 16;

    private SumHash() {}

    static String leaf(Liability liability) {
        ByteBuffer id = ByteBuffer.allocate(ID_BYTES);
        id.putLong(liability.paymentId().getMostSignificantBits());
        id.putLong(liability.paymentId().getLeastSignificantBits());
        return hash("leaf", id.array(), bytes(liability.nonce()), word(liability.amount()));
    }

    static String node(SumNode left, SumNode right) {
        return hash("node", bytes(left.hash()), word(left.sum()), bytes(right.hash()), word(right.sum()));
    }

    static String empty() {
        return hash("none");
    }

    private static String hash(String kind, byte[]... fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(("amanat.solvency." + kind + ".v1").getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) 0);
            for (byte[] field : fields) {
                digest.update(field);
            }
            return "0x" + HEX.formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(String hex) {
        return HEX.parseHex(hex, 2, hex.length());
    }

    private static byte[] word(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] word = new byte[WORD_BYTES];
        int skipped = Math.max(0, signed.length - WORD_BYTES);
        System.arraycopy(signed, skipped, word, WORD_BYTES - signed.length + skipped, signed.length - skipped);
        return word;
    }
}
