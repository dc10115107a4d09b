package io.amanat.query.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log itself, not a copy: what is stored is what is shown. */
@Component
class AuditLog {
    private static final String EVENTS = """
        select global_index, event_identifier, aggregate_identifier, type, sequence_number, payload_type, time_stamp,
               convert_from(payload, 'UTF8') as payload_text, convert_from(meta_data, 'UTF8') as metadata_text
        from domain_event_entry
        where global_index > :after and global_index <= :upTo\
        """;

    private static final String ORDER = " order by global_index limit :limit";

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most {@code limit} events after one position up to another, included. */
    List<AuditEvent> events(AuditFilter filter, long after, long upTo, int limit) {
        Map<String, Object> params = new HashMap<>(Map.of("after", after, "upTo", upTo, "limit", limit));
        String sql = EVENTS + filter.conditions(params) + ORDER;
        return jdbc.sql(sql)
                .params(params)
                .query((row, number) -> new AuditEvent(
                        row.getLong("global_index"),
                        row.getString("event_identifier"),
                        row.getString("aggregate_identifier"),
                        row.getString("type"),
                        row.getLong("sequence_number"),
                        row.getString("payload_type"),
                        row.getString("time_stamp"),
                        row.getString("payload_text"),
                        row.getString("metadata_text")))
                .list();
    }
}
