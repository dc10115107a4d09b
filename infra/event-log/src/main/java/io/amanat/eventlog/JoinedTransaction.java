package io.amanat.eventlog;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the caller has a database transaction of its own, which its events shall be part of.
 *
 * <p>With one, the append runs in it and holds the lock on the log's head until that transaction ends: everybody else's appends wait so
 * long. Keep such transactions short, and never wait in one for another thread's append.
 */
@FunctionalInterface
public interface JoinedTransaction {

    /** Nobody ever has one: every append is a commit of its own. */
    JoinedTransaction NEVER = () -> null;

    /** The connection of the transaction that is open on this thread; null when there is none. Not closed by the caller. */
    @Nullable
    Connection current();
}
