package io.amanat.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** One snapshot for each aggregate: a newer one replaces the older. Written in a transaction of its own, since any may be lost. */
final class Snapshots {

    private static final String STORE = """
        with older as (
            delete from snapshot_event_entry where aggregate_identifier = ? and sequence_number < ?
        )
        insert into snapshot_event_entry (aggregate_identifier, sequence_number, type, event_identifier, payload_type,
            payload_revision, payload, meta_data, time_stamp)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (aggregate_identifier, sequence_number) do update set event_identifier = excluded.event_identifier,
            type = excluded.type, payload_type = excluded.payload_type, payload_revision = excluded.payload_revision,
            payload = excluded.payload, meta_data = excluded.meta_data, time_stamp = excluded.time_stamp
        """;
    private static final String NEWEST =
            "select type, sequence_number, event_identifier, time_stamp, payload_type, payload_revision, payload,"
                + " meta_data from snapshot_event_entry where aggregate_identifier = ? order by sequence_number desc"
                + " limit 1";

    private final DataSource source;

    Snapshots(DataSource source) {
        this.source = source;
    }

    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = snapshot.serializeMetaData(serializer, byte[].class);
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setString(1, snapshot.getAggregateIdentifier());
            statement.setLong(2, snapshot.getSequenceNumber());
            statement.setString(3, snapshot.getAggregateIdentifier());
            statement.setLong(4, snapshot.getSequenceNumber());
            statement.setString(5, snapshot.getType());
            statement.setString(6, snapshot.getIdentifier());
            statement.setString(7, payload.getType().getName());
            statement.setString(8, payload.getType().getRevision());
            statement.setBytes(9, payload.getData());
            statement.setBytes(10, metadata.getData());
            statement.setString(11, DateTimeUtils.formatInstant(snapshot.getTimestamp()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new EventStoreException(
                    "The snapshot of " + snapshot.getAggregateIdentifier() + " was not stored", e);
        }
    }

    Optional<DomainEventData<byte[]>> newest(String aggregateId) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            statement.setString(1, aggregateId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(snapshot(aggregateId, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new EventStoreException("The snapshot of " + aggregateId + " could not be read", e);
        }
    }

    private static DomainEventData<byte[]> snapshot(String aggregateId, ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString(1),
                aggregateId,
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBytes(7),
                row.getBytes(8));
    }
}
