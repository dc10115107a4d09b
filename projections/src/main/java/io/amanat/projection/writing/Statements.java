package io.amanat.projection.writing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** Statements that go to the database together, in one round trip. */
final class Statements {
    private final Connection connection;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** What is done with a row of an answer. */
    @FunctionalInterface
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private sealed interface Reader {}

    private record Rows(RowReader each) implements Reader {}

    private record Count(int expected) implements Reader {}

    private record Anything() implements Reader {}

    Connection connection() {
        return connection;
    }

    /** @param parameters each in the text form of the type that the statement casts it to */
    void query(String statement, List<ArrayText> parameters, RowReader reader) {
        add(statement, parameters, new Rows(reader));
    }

    /** @param expected how many rows it changes: another number is an error */
    void change(String statement, List<ArrayText> parameters, int expected) {
        add(statement, parameters, new Count(expected));
    }

    void run(String statement) {
        add(statement, List.of(), new Anything());
    }

    private void add(String statement, List<ArrayText> values, Reader reader) {
        sql.append(sql.isEmpty() ? "" : ";\n").append(statement);
        parameters.addAll(values);
        readers.add(reader);
    }

    void send() throws SQLException {
        if (readers.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int n = 0; n < parameters.size(); n++) {
                statement.setObject(n + 1, parameters.get(n).toString(), Types.OTHER);
            }
            boolean rows = statement.execute();
            for (Reader reader : readers) {
                read(reader, statement, rows);
                rows = statement.getMoreResults();
            }
        }
        sql.setLength(0);
        parameters.clear();
        readers.clear();
    }

    private static void read(Reader reader, PreparedStatement statement, boolean rows) throws SQLException {
        switch (reader) {
            case Rows(RowReader each) -> {
                if (!rows) {
                    throw new IllegalStateException("a query without an answer");
                }
                ResultSet found = statement.getResultSet();
                while (found.next()) {
                    each.read(found);
                }
            }
            case Count(int expected) -> {
                int changed = statement.getUpdateCount();
                if (changed != expected) {
                    throw new IllegalStateException(
                            "somebody else writes the same rows: " + changed + " changed instead of " + expected);
                }
            }
            case Anything() -> {}
        }
    }
}
