package io.amanat.eventlog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One property of many events as one array of PostgreSQL. */
final class Columns {

    private final Connection connection;
    private final List<PreparedEvent> events;

    Columns(Connection connection, List<PreparedEvent> events) {
        this.connection = connection;
        this.events = events;
    }

    Array texts(Function<PreparedEvent, @Nullable String> property) throws SQLException {
        @Nullable String[] values = new String[events.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = property.apply(events.get(i));
        }
        return connection.createArrayOf("text", values);
    }

    Array numbers(ToLongFunction<PreparedEvent> property) throws SQLException {
        return connection.createArrayOf(
                "int8", events.stream().mapToLong(property).boxed().toArray());
    }

    Array bytes(Function<PreparedEvent, byte[]> property) throws SQLException {
        return connection.createArrayOf("bytea", events.stream().map(property).toArray(byte[][]::new));
    }
}
