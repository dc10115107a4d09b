package io.amanat.api.trade;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.Identifier;
import io.amanat.contract.Rule;
import io.amanat.contract.RuleViolated;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the event log what an id is the id of. */
@Component
public final class EventLog {
    private final JdbcClient jdbc;

    EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What correlates the events of a thing whose first event is of type {@code first}; refuses any other id with {@code unknown}. */
    public String correlation(Identifier id, Class<? extends Event> first, Rule unknown) {
        return jdbc.sql("""
            select coalesce(correlation_id, '') from domain_event_entry
            where aggregate_identifier = :id and sequence_number = 0 and payload_type = :first
            """)
                .param("id", id.toString())
                .param("first", type(first))
                .query(String.class)
                .optional()
                .orElseThrow(() -> new RuleViolated(unknown));
    }

    private static String type(Class<? extends Event> event) {
        return Objects.requireNonNull(event.getAnnotation(EventType.class), "every event has its type")
                .value();
    }
}
