package io.amanat.eventlog;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores batches one after the other, and ends each of them in the truth. Used by one thread.
 *
 * <p><b>When the connection is lost</b>, the old session may still be at work on the server: its statement may have committed, may be
 * waiting for the head's lock, may even arrive later. So the table is asked under that lock. Either the old statement had the lock before
 * us, then its events are seen; or it gets the lock after us, then the unique index on event ids refuses it whole, the move of the head
 * included, because we have stored the same ids or found one of its events in a conflict that stays. It cannot leave a gap or a double.
 *
 * <p>Only when nothing could be stored either, and the callers have been told that the outcome is unknown, the late statement may still
 * win: that is what unknown means.
 */
final class Committer {

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final Duration BETWEEN_TRIES_MIN = Duration.ofMillis(20);
    private static final Duration BETWEEN_TRIES_MAX = Duration.ofSeconds(1);

    private final DataSource source;
    private final Duration answerTimeout;
    private final LogHead head;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable CommitConnection connection;

    Committer(DataSource source, Duration answerTimeout, LogHead head) {
        this.source = source;
        this.answerTimeout = answerTimeout;
        this.head = head;
    }

    /** Returns when each append has its answer, or its caller has given up. */
    void write(List<Append> batch) throws InterruptedException {
        boolean doubtful = false;
        Duration pause = BETWEEN_TRIES_MIN;
        while (!batch.stream().allMatch(Append::isDone)) {
            try {
                connected(); // before anything counts as sent
                List<Append> open = batch.stream().filter(Append::send).toList();
                if (!open.isEmpty()) {
                    store(open, doubtful);
                }
                return;
            } catch (Undecided e) {
                drop();
                doubtful |= e.sent();
                LOG.warn("The log has no connection, with {} appends under way; it tries again", batch.size(), e);
            }
            if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(BETWEEN_TRIES_MAX) < 0 ? pause.multipliedBy(2) : BETWEEN_TRIES_MAX;
        }
    }

    /** From any thread: no more tries; what is under way is cut. */
    void stop() {
        stop.countDown();
        drop();
    }

    void drop() {
        CommitConnection last = connection;
        connection = null;
        if (last != null) {
            last.close();
        }
    }

    private void store(List<Append> appends, boolean doubtful) throws Undecided {
        boolean alone =
                !doubtful && Settlement.of(Taken.nothing(), appends, false).isAllOpen();
        CommitConnection current = connected();
        try {
            if (alone) {
                current.store(appends);
            } else {
                current.settle(appends, doubtful);
            }
        } catch (SQLException e) {
            failed(appends, doubtful, alone, e);
        }
    }

    private void failed(List<Append> appends, boolean doubtful, boolean alone, SQLException e) throws Undecided {
        switch (SqlFailure.of(e)) {
            case LOST -> throw new Undecided(e, true);
            case SERVER -> {
                drop(); // it may be a server that is no longer the primary
                if (doubtful) {
                    throw new Undecided(e, true);
                }
                appends.forEach(append -> append.fail(new AppendFailed("the database could not", e)));
            }
            case CONFLICT -> {
                if (alone) {
                    settle(appends, e);
                } else {
                    isolate(appends, doubtful, e);
                }
            }
            case CONTENT -> isolate(appends, doubtful, e);
        }
    }

    private void settle(List<Append> appends, SQLException conflict) throws Undecided {
        try {
            connected().settle(appends, false);
        } catch (SQLException e) {
            e.addSuppressed(conflict);
            failed(appends, false, false, e);
        }
    }

    /** Halves until the guilty one is alone; the others are stored in their order. */
    private void isolate(List<Append> appends, boolean doubtful, SQLException e) throws Undecided {
        if (appends.size() == 1) {
            appends.getFirst().fail(new AppendFailed("the database refused it", e));
            return;
        }
        int half = appends.size() / 2;
        store(appends.subList(0, half), doubtful);
        store(appends.subList(half, appends.size()), doubtful);
    }

    private CommitConnection connected() throws Undecided {
        CommitConnection current = connection;
        if (current == null) {
            try {
                current = CommitConnection.open(source, answerTimeout, head);
            } catch (SQLException e) {
                throw new Undecided(e, false);
            }
            connection = current;
        }
        return current;
    }
}
