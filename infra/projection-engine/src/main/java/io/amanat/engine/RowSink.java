package io.amanat.engine;

import io.amanat.projection.RowChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes row changes into one schema, in order, in the connection's open transaction. It never commits. */
@FunctionalInterface
public interface RowSink {
    void write(Connection connection, List<RowChange> changes) throws SQLException;
}
