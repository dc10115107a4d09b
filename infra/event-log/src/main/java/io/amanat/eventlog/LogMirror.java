package io.amanat.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies every event of another event store into this log, in its order, each once, for everybody who reads the log's table.
 *
 * <p>Positions are the log's own, 1, 2, 3, … in the order of the source's stream, whatever the source's positions are. Up to where it was
 * copied is stored in the same transaction as the copies, see {@link MirrorPlace}: killed at any moment, it goes on from there.
 *
 * <p>One of all nodes copies at a time: who holds an advisory lock. The copies are written by the very session that holds it, so a node
 * that has lost its session can write nothing more. The others wait for the lock.
 *
 * <p>A copy carries no idempotency key in its column: uniqueness is for the source to keep. The metadata still shows it.
 */
public final class LogMirror implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogMirror.class);
    private static final long LOCK = 0x616d616e6174L; // "amanat"
    private static final int BATCH_EVENTS_MAX = 500;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final int IDLE_SECONDS = 1;

    private final StreamableMessageSource<TrackedEventMessage<?>> origin;
    private final DataSource source;
    private final Serializer eventSerializer;
    private final MirrorPlace place;
    private final LogHead head;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Throwable trouble;

    /**
     * @param origin the store to copy from
     * @param ds gives connections that are not behind a pooler which shares them between sessions; its role may append
     * @param eventSerializer the log's
     * @param tokenSerializer for the origin's tokens
     */
    public LogMirror(
            StreamableMessageSource<TrackedEventMessage<?>> origin,
            DataSource ds,
            Serializer eventSerializer,
            Serializer tokenSerializer,
            LogHead head) {
        this.origin = origin;
        this.source = ds;
        this.eventSerializer = eventSerializer;
        this.place = new MirrorPlace(tokenSerializer);
        this.head = head;
        this.thread = Thread.ofPlatform().daemon().name("event-log-mirror").unstarted(this::run);
    }

    /** Whether a mirror has ever copied into this database. */
    public static boolean isIn(DataSource ds) {
        try (Connection connection = ds.getConnection()) {
            return MirrorPlace.isIn(connection);
        } catch (SQLException e) {
            throw new EventStoreException("The log could not be asked whether it is a copy", e);
        }
    }

    /**
     * Once. Returns at once.
     *
     * @throws NotAMirror when the log has other events than the copied ones; nothing is started
     */
    public void start() {
        try (Connection connection = source.getConnection()) {
            place.read(connection);
        } catch (SQLException e) {
            LOG.warn("The log's mirror has no connection yet", e);
        }
        thread.start();
    }

    /** Why it does not copy at the moment; null while it does, or waits for another node that does. */
    public @Nullable Throwable trouble() {
        return trouble;
    }

    /** What is being copied is finished or taken back. */
    @Override
    public void close() {
        closed.countDown();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        do {
            try (Connection session = source.getConnection()) {
                if (isOurs(session)) {
                    LOG.info("This node copies the events into the log");
                    follow(session);
                }
            } catch (InterruptedException e) {
                LOG.debug("The log's mirror stops");
            } catch (SQLException | RuntimeException e) {
                trouble = e;
                LOG.warn("The log's mirror stands still; it tries again", e);
            }
        } while (!isClosedWithin(BETWEEN_TRIES));
    }

    /** Until the session ends. */
    private static boolean isOurs(Connection session) throws SQLException {
        session.setAutoCommit(true);
        try (PreparedStatement statement = session.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void follow(Connection session) throws SQLException, InterruptedException {
        MirrorPlace.Place from = place.read(session);
        refuseAnotherOrigin(from.token());
        session.setAutoCommit(false);
        long position = from.position();
        try (BlockingStream<TrackedEventMessage<?>> stream = origin.openStream(from.token())) {
            trouble = null;
            while (closed.getCount() > 0) {
                List<TrackedEventMessage<?>> batch = next(stream);
                if (!batch.isEmpty()) {
                    position = copy(session, batch, position);
                    head.advance(position);
                } else if (!session.isValid(IDLE_SECONDS)) {
                    throw new SQLException("the session that holds the mirror's lock is gone", "08006");
                }
            }
        } finally {
            session.abort(Runnable::run); // so that no pool keeps a session that holds the lock
        }
    }

    /** A store that ends before what was copied is another one, or an older state of it. */
    private void refuseAnotherOrigin(@Nullable TrackingToken copied) {
        if (copied == null) {
            return;
        }
        TrackingToken end = origin.createHeadToken();
        if (end == null || !end.covers(copied)) {
            throw new NotAMirror("The store to copy from ends at " + end + ", but " + copied + " was copied from it");
        }
    }

    /** When the stream breaks, what it gave before is copied first: it will say again that it is broken. */
    private static List<TrackedEventMessage<?>> next(BlockingStream<TrackedEventMessage<?>> stream)
            throws InterruptedException {
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        boolean more = stream.hasNextAvailable(IDLE_SECONDS, TimeUnit.SECONDS);
        try {
            while (more && batch.size() < BATCH_EVENTS_MAX) {
                batch.add(stream.nextAvailable());
                more = stream.hasNextAvailable();
            }
        } catch (RuntimeException e) {
            if (batch.isEmpty()) {
                throw e;
            }
            LOG.debug("The stream to copy broke off after {} events", batch.size(), e);
        }
        return batch;
    }

    /** Returns the position of the last one. */
    private long copy(Connection session, List<TrackedEventMessage<?>> batch, long before) throws SQLException {
        List<PreparedEvent> events = PreparedEvent.of(batch, eventSerializer).stream()
                .map(PreparedEvent::withoutIdempotencyKey)
                .toList();
        long last = before + events.size();
        try (AppendStatement statement = new AppendStatement(session)) {
            long first = statement.execute(events);
            if (first != before + 1) {
                session.rollback();
                throw new NotAMirror(before, first - 1);
            }
        }
        place.write(session, batch.getLast().trackingToken(), last);
        session.commit();
        return last;
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return closed.getCount() == 0;
        }
    }
}
