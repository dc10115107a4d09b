package io.amanat.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.Command;
import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.WireEnum;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.domain.CommandTargets;
import io.amanat.domain.Transition;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;

/** Asks an aggregate and a projection whether a table of transitions is true. */
record Arrows<S extends Enum<S> & WireEnum>(
        List<Transition<S>> table, Class<?> aggregate, Projection projection, Map<S, List<Event>> pasts) {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** In every state: {@code command} records {@code events} where the table has an arrow for the first of them, and nothing elsewhere. */
    void holdFor(Command command, Event... events) {
        pasts.forEach((state, past) -> {
            boolean expected =
                    !Transition.targets(table, state, events[0].getClass()).isEmpty();
            var answer = fixture().given(past).when(command);
            if (expected) {
                answer.expectEvents((Object[]) events);
            } else {
                answer.expectNoEvents();
            }
        });
    }

    /** The read table shows the state that the table leads to; an event that stays where it is leaves the column alone. */
    void showAs(Event event) {
        for (Transition<S> row : table) {
            if (row.event() == event.getClass()) {
                Object shown = shown(event);
                assertThat(shown).as(row.toString()).isEqualTo(row.from() == row.to() ? null : enumerated(row.to()));
            }
        }
    }

    private static Object enumerated(WireEnum state) {
        return new Row.Enumerated(state.wire());
    }

    private @Nullable Object shown(Event event) {
        var stored = new StoredEvent(
                0,
                "e",
                event.subject().toString(),
                0,
                event.getClass().getAnnotation(EventType.class).value(),
                NOW,
                event,
                Map.of());
        return projection.changes(stored).stream()
                .map(change -> switch (change) {
                    case RowChange.Insert insert -> insert.values().columns().get("status");
                    case RowChange.Update update -> update.values().columns().get("status");
                    case RowChange.Delete _ -> null;
                })
                .filter(status -> status != null)
                .findFirst()
                .orElse(null);
    }

    private AggregateTestFixture<?> fixture() {
        var fixture = new AggregateTestFixture<>(aggregate);
        fixture.registerCommandTargetResolver(new CommandTargets());
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        return fixture;
    }
}
