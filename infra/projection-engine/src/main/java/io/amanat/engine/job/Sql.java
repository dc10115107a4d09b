package io.amanat.engine.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Short statements on a connection that stays the caller's. */
final class Sql {
    private Sql() {}

    /** Reads one row; null stands for a null. */
    @FunctionalInterface
    interface Reading<T> {
        @Nullable
        T of(ResultSet row) throws SQLException;
    }

    /** For statements without parameters, also several at once. */
    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The number of rows that were changed. */
    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    static <T> List<T> all(Connection connection, String sql, Reading<T> reading, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                T value = reading.of(rows);
                if (value != null) {
                    all.add(value);
                }
            }
            return all;
        }
    }

    /** The first row's value, absent when there is no row or it is null. */
    static <T> @Nullable T one(Connection connection, String sql, Reading<T> reading, @Nullable Object... values)
            throws SQLException {
        List<T> all = all(connection, sql, reading, values);
        return all.isEmpty() ? null : all.getFirst();
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int n = 0; n < values.length; n++) {
            statement.setObject(n + 1, values[n]);
        }
        return statement;
    }
}
