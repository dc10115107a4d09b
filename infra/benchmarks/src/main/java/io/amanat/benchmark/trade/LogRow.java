package io.amanat.benchmark.trade;

import java.time.Instant;

/**
 * A row of the event log as it stands in the table.
 *
 * @param payload JSON in UTF-8
 * @param metadata JSON in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // written out as they are, never compared
record LogRow(
        long position,
        String eventId,
        String aggregateId,
        long sequence,
        String aggregateType,
        String payloadType,
        byte[] payload,
        byte[] metadata,
        Instant at) {}
