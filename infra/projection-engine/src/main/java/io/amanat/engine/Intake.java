package io.amanat.engine;

import io.amanat.eventlog.LogEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the log into the tables of one schema. Each batch is one transaction: it moves the {@link Place} and writes the rows, or
 * neither.
 *
 * <p>When a batch fails, the guilty event is found by smaller batches: the events before it are committed, it is tried
 * {@code attemptsMax} times alone, each time in a new transaction, and is then set aside as a dead letter. Everybody else goes on.
 * Failures that are no event's fault (see {@link Failure}) are thrown to the caller, who repeats for ever.
 *
 * <p>Remembers attempts between calls. For one thread.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Applier applier;
    private final Place place;
    private final int attemptsMax;
    private int limit = Integer.MAX_VALUE;
    private long suspect = -1;
    private int attempts;

    /** @param attemptsMax how often an event is tried before it is set aside, at least once */
    public Intake(Applier applier, Place place, int attemptsMax) {
        if (attemptsMax < 1) {
            throw new IllegalArgumentException("an event is tried at least once");
        }
        this.applier = applier;
        this.place = place;
        this.attemptsMax = attemptsMax;
    }

    /**
     * Takes the first of {@code entries}, all of them when nothing is wrong.
     *
     * @param connection without auto-commit and without an open transaction; is left so
     * @param from where the place is
     * @param entries those beyond {@code from} that belong to the caller, in order
     * @param upTo how far {@code entries} is the whole truth: at least the last one's position
     * @throws PlaceLost when the place is not at {@code from} any more
     * @throws SQLException when the database does not do its part; nothing of the batch is committed, unless the connection was lost
     *     in the middle of the commit: read the place again, it tells
     * @throws VirtualMachineError when memory or the machine is at its end
     */
    public Step take(Connection connection, long from, List<LogEntry> entries, long upTo) throws SQLException {
        int size = Math.min(limit, entries.size());
        List<LogEntry> batch = entries.subList(0, size);
        long to = size == entries.size() ? upTo : entries.get(size).position() - 1;
        try {
            int parked = applier.apply(connection, batch, place.move(connection, from, to));
            connection.commit();
            succeeded(size);
            return new Step.Taken(to, size, parked);
        } catch (
                Throwable thrown) { // an Error too: whatever a projection throws, its event is set aside and the others
            // go on
            rollBack(connection, thrown);
            Failure failure = Failure.of(thrown);
            if (thrown instanceof PlaceLost || failure == Failure.REPEAT || batch.isEmpty()) {
                throw thrown;
            }
            int before = before(batch, thrown);
            if (before > 0) {
                limit = before;
                return new Step.Again(from, thrown);
            }
            return alone(connection, from, batch.getFirst(), thrown, failure);
        }
    }

    /** Whether an event has failed and has not been taken or set aside yet. */
    public boolean suspects() {
        return suspect >= 0;
    }

    private void succeeded(int size) {
        suspect = -1;
        attempts = 0;
        limit = size < limit ? limit : (int) Math.min(Integer.MAX_VALUE, limit * 2L);
    }

    /** How many events to try next, so that the guilty one is left alone sooner or later; 0 when it is the first one. */
    private static int before(List<LogEntry> batch, Throwable thrown) {
        if (!(thrown instanceof EntryFailed failed)) {
            return batch.size() / 2;
        }
        return (int) batch.stream()
                .takeWhile(entry -> entry.position() < failed.position())
                .count();
    }

    private Step alone(Connection connection, long from, LogEntry entry, Throwable thrown, Failure failure)
            throws SQLException {
        limit = 1;
        if (failure == Failure.REFERENCE && othersBehind(connection, entry.position())) {
            return waiting(connection, from, entry.position());
        }
        attempts = suspect == entry.position() ? attempts + 1 : 1;
        suspect = entry.position();
        if (attempts < attemptsMax) {
            return new Step.Again(entry.position(), thrown);
        }
        park(connection, from, entry, thrown);
        return new Step.Taken(entry.position(), 1, 1);
    }

    /** Comes as close to the event as it can: others may be waiting for this segment in their turn. */
    private Step waiting(Connection connection, long from, long position) throws SQLException {
        if (from >= position - 1) {
            return new Step.Waiting(position);
        }
        commit(connection, () -> place.move(connection, from, position - 1));
        return new Step.Taken(position - 1, 0, 0);
    }

    private void park(Connection connection, long from, LogEntry entry, Throwable thrown) throws SQLException {
        commit(connection, () -> {
            place.move(connection, from, entry.position());
            applier.park(connection, entry, thrown, attempts);
        });
        LOG.error(
                "event {} ({}) at {} cannot be taken and is set aside, with all that follows of {}",
                entry.eventId(),
                entry.payloadType(),
                entry.position(),
                Sequence.of(entry),
                thrown);
        succeeded(1);
    }

    private static void commit(Connection connection, Work work) throws SQLException {
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    private boolean othersBehind(Connection connection, long position) throws SQLException {
        boolean behind = place.othersBehind(connection, position);
        connection.rollback();
        return behind;
    }

    private static void rollBack(Connection connection, Throwable thrown) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            e.addSuppressed(thrown);
            throw e;
        }
    }
}
