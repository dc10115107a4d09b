package io.amanat.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** How far some tables have come, stored beside them. */
public interface Place {
    /**
     * Moves it in the connection's open transaction, as the first statement there, which from then on holds it.
     *
     * @return whether there are dead letters in the schema
     * @throws PlaceLost when it is not at {@code from}, or belongs to somebody else by now: roll back, write nothing
     */
    boolean move(Connection connection, long from, long to) throws SQLException;

    /** Whether another segment of the same tables has not reached {@code position} yet: a row from there may still come. */
    boolean othersBehind(Connection connection, long position) throws SQLException;
}
