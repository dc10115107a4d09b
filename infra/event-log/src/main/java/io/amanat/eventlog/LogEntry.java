package io.amanat.eventlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stored event, not deserialized and not upcast.
 *
 * @param position from 1 on, without gaps
 * @param aggregateType null for an event that no aggregate published
 * @param sequence the event's number within its aggregate, from 0 on
 * @param payloadType stable name, such as {@code payment.funds-held.v1}
 * @param payload JSON in UTF-8; not copied, so do not write to it
 * @param metadata JSON in UTF-8; not copied either
 * @param at when the event was published by the clock of its node: not ordered as positions are
 */
@SuppressWarnings("ArrayRecordComponent") // read by the million: a copy for each would be the larger cost
public record LogEntry(
        long position,
        String eventId,
        @Nullable String aggregateType,
        String aggregateId,
        long sequence,
        String payloadType,
        @Nullable String payloadRevision,
        byte[] payload,
        byte[] metadata,
        Instant at) {}
