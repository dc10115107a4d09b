package io.amanat.platform.axon;

import io.amanat.contract.Event;
import io.amanat.contract.audit.EventHistory;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.marketplace.PurchaseRequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the log table by its index on the correlation id. */
final class JdbcEventHistory implements EventHistory {

    private final JdbcClient jdbc;
    private final Serializer serializer;

    JdbcEventHistory(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
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
        String type = row.getString("payload_type");
        return new StoredEvent(
                row.getLong("global_index"),
                row.getString("event_identifier"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                type,
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                read(row.getBytes("payload"), type, Event.class),
                StoredEvents.texts(read(row.getBytes("meta_data"), MetaData.class.getName(), MetaData.class)));
    }

    private <T> T read(byte[] data, String type, Class<T> as) {
        Object value = serializer.deserialize(new SimpleSerializedObject<>(data, byte[].class, type, null));
        return as.cast(value);
    }
}
