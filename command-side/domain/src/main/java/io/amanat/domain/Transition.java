package io.amanat.domain;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One arrow of a state machine: {@code event} may happen in {@code from} and leads to {@code to}, which may be the same state.
 *
 * @param from absent where there is no state yet
 */
public record Transition<S extends Enum<S>>(@Nullable S from, Class<? extends Event> event, S to) {
    /** The event's stored name, such as {@code escrow.funded.v1}. */
    public String eventType() {
        return Objects.requireNonNull(event.getAnnotation(EventType.class)).value();
    }

    /** Where {@code event} leads from {@code from}; empty when it leaves the state as it is. */
    public static <S extends Enum<S>> Set<S> targets(
            List<Transition<S>> table, @Nullable S from, Class<? extends Event> event) {
        Set<S> targets = new LinkedHashSet<>();
        for (Transition<S> row : table) {
            if (row.from == from && row.event == event) {
                targets.add(row.to);
            }
        }
        return targets;
    }
}
