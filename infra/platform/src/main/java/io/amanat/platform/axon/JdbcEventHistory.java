package io.amanat.platform.axon;

import io.amanat.contract.audit.EventHistory;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.platform.serialization.EventReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the log table by its index on the correlation id. */
final class JdbcEventHistory implements EventHistory {

    private final JdbcClient jdbc;
    private final EventReader reader;

    JdbcEventHistory(JdbcClient jdbc, EventReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    @Override
    public List<StoredEvent> ofTrade(PurchaseRequestId requestId) {
        return jdbc.sql("""
            select global_index, event_identifier, aggregate_identifier, sequence_number, payload_type, occurred_at,
                   payload, meta_data
            from domain_event_entry where correlation_id = :trade order by global_index\
            """)
                .param("trade", requestId.toString())
                .query((row, _) -> event(row))
                .list();
    }

    private StoredEvent event(ResultSet row) throws SQLException {
        return reader.read(
                row.getLong("global_index"),
                row.getString("event_identifier"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("payload_type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getBytes("payload"),
                row.getBytes("meta_data"));
    }
}
