package io.amanat.chain.reconcile;

import io.amanat.chain.reconcile.ChainState.Hot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** One comparison, whole, as it is stored. */
record Report(
        UUID id,
        String requestedBy,
        Instant at,
        Books books,
        ChainState chain,
        List<Line> lines,
        List<Solvency> proofs) {

    List<Line> alarms() {
        return lines.stream().filter(Line::alarm).toList();
    }

    List<Hot> hot() {
        return chain.hot();
    }

    int accounts() {
        return chain.balances().size();
    }

    /** Over block and lines, and not over what differs from run to run: id, time, and the nonces of the trees. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            update(digest, books.chainId() + " " + books.block() + " " + books.blockHash());
            lines.forEach(line -> update(digest, line.toString()));
            return "0x" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, String line) {
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
