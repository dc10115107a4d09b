package io.amanat.projection.story;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.marketplace.PurchaseRequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The log of one trade, event by event; every event is one second after the last. */
public final class Log {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final long EVENTS_MAX = 100_000;

    private final PurchaseRequestId trade;
    private final long first;
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    /** Logs of different {@code number} share no position. */
    Log(PurchaseRequestId trade, long number) {
        this.trade = trade;
        this.first = number * EVENTS_MAX;
    }

    public StoredEvent add(Event event, String actor) {
        long position = first + events.size();
        String aggregate = event.subject().toString();
        StoredEvent stored = new StoredEvent(
                position,
                new UUID(0xE0, position).toString(),
                aggregate,
                sequences.merge(aggregate, 0L, (last, _) -> last + 1),
                Objects.requireNonNull(event.getClass().getAnnotation(EventType.class))
                        .value(),
                START.plusSeconds(events.size()),
                event,
                Map.of(
                        MetadataKeys.ACTOR,
                        actor,
                        MetadataKeys.ACTOR_ROLE,
                        "tester",
                        MetadataKeys.CORRELATION_ID,
                        trade.toString()));
        events.add(stored);
        return stored;
    }

    public List<StoredEvent> events() {
        return List.copyOf(events);
    }
}
