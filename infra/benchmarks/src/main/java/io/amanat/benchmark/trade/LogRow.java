package io.amanat.benchmark.trade;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the event log as it stands in the table.
 *
 * @param payload JSON in UTF-8
 * @param metadata JSON in UTF-8
 * @param idempotencyKey with the actor before it, on the first event that a command appended to an aggregate; absent on the others
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
        Instant at,
        String actor,
        String correlationId,
        @Nullable String idempotencyKey) {}
