package io.amanat.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Up to where a {@link LogMirror} has copied: the source's token, kept in {@code token_entry}, and the position of the log that belongs to
 * it. Both change in the transaction that stores the copied events.
 */
final class MirrorPlace {

    static final String NAME = "event-log-mirror";

    /** One statement, so that both are of the same moment. */
    private static final String READ = """
        select h.last_position, t.token, t.token_type, t.owner::bigint from event_log_head h
        left join token_entry t on t.processor_name = ? and t.segment = 0
        """;

    private static final String WRITE = """
        insert into token_entry (processor_name, segment, token, token_type, time_stamp, owner) values (?, 0, ?, ?, ?, ?)
        on conflict (processor_name, segment) do update set token = excluded.token, token_type = excluded.token_type,
            time_stamp = excluded.time_stamp, owner = excluded.owner
        """;

    /** @param token null before the source's first event */
    record Place(@Nullable TrackingToken token, long position) {}

    private final Serializer serializer;

    MirrorPlace(Serializer serializer) {
        this.serializer = serializer;
    }

    static boolean isIn(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, NAME);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBytes(2) != null;
            }
        }
    }

    /** @throws NotAMirror when the log has other events than the copied ones */
    Place read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, NAME);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("event_log_head has no row", "P0002");
                }
                Place place = place(row);
                long head = row.getLong(1);
                if (place.position() != head) {
                    throw new NotAMirror(place.position(), head);
                }
                return place;
            }
        }
    }

    void write(Connection connection, TrackingToken token, long position) throws SQLException {
        SerializedObject<byte[]> serialized = serializer.serialize(token, byte[].class);
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setString(1, NAME);
            statement.setBytes(2, serialized.getData());
            statement.setString(3, serialized.getType().getName());
            statement.setString(4, Instant.now().toString());
            statement.setString(5, Long.toString(position));
            statement.executeUpdate();
        }
    }

    private Place place(ResultSet row) throws SQLException {
        byte[] stored = row.getBytes(2);
        if (stored == null) {
            return new Place(null, 0);
        }
        TrackingToken token =
                serializer.deserialize(new SimpleSerializedObject<>(stored, byte[].class, row.getString(3), null));
        return new Place(token, row.getLong(4));
    }
}
