package io.amanat.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What must stay in order: the events of one sequence are taken one after the other, or wait together. A trade is one sequence, named by
 * its correlation id, the purchase request's id. Accounts and API keys belong to no trade, and each of their events has the correlation
 * id of another HTTP request: there the aggregate is the sequence.
 */
public final class Sequence {
    /** How the stored names of events begin that belong to no trade. */
    private static final List<String> OF_NO_TRADE = List.of("user.", "api-key.");

    private Sequence() {}

    public static String of(LogEntry entry) {
        String trade = entry.correlationId();
        if (trade == null || OF_NO_TRADE.stream().anyMatch(entry.type()::startsWith)) {
            return entry.aggregateId();
        }
        return trade;
    }

    /**
     * The segment of a sequence: the CRC-32 of its UTF-8 bytes, modulo {@code segments}. It is the same on every node and in every
     * version: the position of a segment is worth something only for the sequences that have always been in it.
     */
    public static int segment(String sequence, int segments) {
        CRC32 crc = new CRC32();
        crc.update(sequence.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % segments);
    }
}
