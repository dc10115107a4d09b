package io.amanat.query.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the log.
 *
 * @param at ISO-8601 in UTC, as stored
 * @param payload JSON, character for character as stored; personal text in it is sealed
 * @param metadata JSON as stored: who caused it, and what it belongs to
 */
record AuditEvent(
        long position,
        String eventId,
        String aggregateId,
        @Nullable String aggregateType,
        long sequence,
        String type,
        String at,
        @JsonRawValue String payload,
        @JsonRawValue String metadata) {}
