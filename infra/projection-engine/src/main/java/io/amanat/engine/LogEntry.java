package io.amanat.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as it is stored, not decoded yet.
 *
 * @param position in the log's global order, from 1
 * @param sequence of the event within its aggregate, from 0
 * @param type the stored name
 * @param payload JSON in UTF-8
 * @param metadata JSON in UTF-8
 * @param correlationId absent when the metadata has none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as they are, never compared
public record LogEntry(
        long position,
        String eventId,
        String aggregateId,
        long sequence,
        String type,
        Instant at,
        byte[] payload,
        byte[] metadata,
        @Nullable String correlationId) {}
