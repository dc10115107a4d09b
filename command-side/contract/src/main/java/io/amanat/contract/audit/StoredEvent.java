package io.amanat.contract.audit;

import io.amanat.contract.Event;
import java.time.Instant;
import java.util.Map;

/**
 * An event of the log, in its current shape.
 *
 * @param position in the log's global order
 * @param sequence of the event within its aggregate, from 0
 * @param type the event's current name; when the event was stored under an older version's name, that name stands only in the log
 */
public record StoredEvent(
        long position,
        String eventId,
        String aggregateId,
        long sequence,
        String type,
        Instant at,
        Event event,
        Map<String, String> metadata) {}
