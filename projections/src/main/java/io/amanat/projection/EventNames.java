package io.amanat.projection;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;

/** The stored name of an event. */
final class EventNames {
    private EventNames() {}

    static String of(Event event) {
        EventType type = event.getClass().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " has no stored name");
        }
        return type.value();
    }
}
