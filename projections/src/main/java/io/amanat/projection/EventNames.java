package io.amanat.projection;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;

/** The stored name of an event. */
final class EventNames {
    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
            EventType type = event.getAnnotation(EventType.class);
            if (type == null) {
                throw new IllegalArgumentException(event.getName() + " has no stored name");
            }
            return type.value();
        }
    };

    private EventNames() {}

    static String of(Event event) {
        return NAMES.get(event.getClass());
    }
}
