package io.amanat.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of some events is in the table already. True as long as the caller holds the lock on the log's head, which every append takes
 * before it inserts.
 */
final class Taken {

    record Place(String aggregateId, long sequence) {}

    record Key(String aggregateId, String idempotencyKey) {}

    record Found(long position, String eventId) {}

    private final Map<String, Long> positions = new HashMap<>();
    private final Set<Place> places = new HashSet<>();
    private final Map<Key, Found> keys = new HashMap<>();

    static Taken nothing() {
        return new Taken();
    }

    static Taken of(Connection connection, List<PreparedEvent> events) throws SQLException {
        Taken taken = new Taken();
        taken.readIds(connection, events);
        taken.readPlaces(connection, events);
        taken.readKeys(
                connection,
                events.stream().filter(event -> event.idempotencyKey() != null).toList());
        return taken;
    }

    /** By event id. */
    Map<String, Long> positions() {
        return positions;
    }

    Set<Place> places() {
        return places;
    }

    Map<Key, Found> keys() {
        return keys;
    }

    private void readIds(Connection connection, List<PreparedEvent> events) throws SQLException {
        String sql = "select event_identifier, global_index from domain_event_entry where event_identifier = any (?)";
        Columns columns = new Columns(connection, events);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, columns.texts(PreparedEvent::eventId));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
    }

    private void readPlaces(Connection connection, List<PreparedEvent> events) throws SQLException {
        String sql =
                "select e.aggregate_identifier, e.sequence_number from unnest(?::text[], ?::bigint[]) as asked (id,"
                    + " number) join domain_event_entry e on e.aggregate_identifier = asked.id and e.sequence_number ="
                    + " asked.number";
        Columns columns = new Columns(connection, events);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, columns.texts(PreparedEvent::aggregateId));
            statement.setArray(2, columns.numbers(PreparedEvent::sequence));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    places.add(new Place(rows.getString(1), rows.getLong(2)));
                }
            }
        }
    }

    private void readKeys(Connection connection, List<PreparedEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        String sql = "select e.aggregate_identifier, e.idempotency_key, e.global_index, e.event_identifier from"
            + " unnest(?::text[], ?::text[]) as asked (id, key) join domain_event_entry e on e.aggregate_identifier ="
            + " asked.id and e.idempotency_key = asked.key and e.idempotency_key is not null";
        Columns columns = new Columns(connection, events);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, columns.texts(PreparedEvent::aggregateId));
            statement.setArray(2, columns.texts(PreparedEvent::idempotencyKey));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.put(
                            new Key(rows.getString(1), rows.getString(2)),
                            new Found(rows.getLong(3), rows.getString(4)));
                }
            }
        }
    }
}
