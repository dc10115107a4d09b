package io.amanat.engine;

import io.amanat.contract.MetadataKeys;
import io.amanat.eventlog.LogEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What must stay in order: the events of one sequence are taken one after the other, or wait together. A trade is one sequence, named by
 * its correlation id, the purchase request's id. Accounts, API keys and settings belong to no trade, and each of their events has the correlation
 * id of another HTTP request: there the aggregate is the sequence.
 */
public final class Sequence {
    /** How the stored names of events begin that belong to no trade. */
    private static final List<String> OF_NO_TRADE = List.of("user.", "api-key.", "config-setting.");

    private static final JsonFactory JSON = new JsonFactory();

    private Sequence() {}

    /** Reads the metadata's bytes; when they are not what they should be, the aggregate is the sequence. */
    public static String of(LogEntry entry) {
        if (OF_NO_TRADE.stream().anyMatch(entry.payloadType()::startsWith)) {
            return entry.aggregateId();
        }
        String trade = correlationId(entry.metadata());
        return trade == null ? entry.aggregateId() : trade;
    }

    private static @Nullable String correlationId(byte[] metadata) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), metadata)) {
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                if (name.equals(MetadataKeys.CORRELATION_ID)) {
                    return json.getValueAsString();
                }
                json.skipChildren();
            }
            return null;
        } catch (JacksonException e) {
            return null;
        }
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
