package io.amanat.contract.audit;

import io.amanat.contract.Event;
import java.time.Instant;
import java.util.Map;

/**
 * An event as it stands in the log.
 *
 * @param position in the log's global order
 * @param sequence of the event within its aggregate, from 0
 * @param type the stable stored name
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
