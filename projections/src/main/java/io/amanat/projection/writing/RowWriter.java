package io.amanat.projection.writing;

import io.amanat.projection.RowChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes row changes into the tables of one schema. The changes of a batch are folded in memory, in order; each table then gets what
 * they come to in a few statements: deletions, changed rows, new rows, parents before the rows that refer to them. The result is the
 * same as if every change had been written alone, but for what only the moments between would show (a CHECK on them, a trigger).
 *
 * <p>Runs in the caller's transaction and never commits. For the rest of that transaction the planner is told to find rows by index.
 * Rows are not locked between being read and being written: two writers must not change the same rows at the same time; if they
 * insert the same, one of them fails. What deletes on by a foreign key's cascade is not seen: delete children themselves.
 *
 * <p>Safe for use by several threads, each with a connection of its own. The tables' shapes are read once, with the first batch: after
 * a migration take a new writer.
 */
public final class RowWriter {
    private final String schema;
    private final Writing mode;
    private volatile @Nullable TableShapes shapes;

    /** @param schema lower case, digits and underscores; another name is refused */
    public RowWriter(String schema, Writing mode) {
        if (!schema.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("a schema name is lower case, digits and underscores");
        }
        this.schema = schema;
        this.mode = mode;
    }

    /**
     * Writes all of {@code changes}, in order.
     *
     * @param connection to PostgreSQL, in a transaction
     * @throws SQLException when the database refuses a row; the transaction can then only be rolled back
     * @throws IllegalArgumentException when a change does not fit its table
     * @throws IllegalStateException without a transaction, when in {@link Writing#FRESH} a row comes twice, or when somebody else
     *     has removed a row meanwhile
     */
    public void write(Connection connection, List<RowChange> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("rows are written in the caller's transaction");
        }
        new Batch(shapes(connection), mode, changes).write(connection);
    }

    /** The same in the transaction that Spring has open on {@code jdbc}'s data source, with Spring's exceptions. */
    public void write(JdbcOperations jdbc, List<RowChange> changes) {
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
            write(connection, changes);
            return null;
        });
    }

    private TableShapes shapes(Connection connection) throws SQLException {
        TableShapes known = shapes;
        if (known == null) {
            known = new Catalogue(connection, schema).read();
            shapes = known;
        }
        return known;
    }
}
