package io.amanat.engine.live;

import io.amanat.engine.Intake;
import io.amanat.engine.PlaceLost;
import io.amanat.engine.SegmentPlace;
import io.amanat.engine.Sequence;
import io.amanat.engine.Step;
import io.amanat.eventlog.LogEntry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the tables with the events of one segment, for as long as this node holds it; otherwise it tries to get hold of it, now and then.
 * Ends when it is interrupted.
 */
final class SegmentWorker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentWorker.class);
    private static final Duration BACKOFF_MIN = Duration.ofMillis(50);

    private final Workshop shop;
    private final int segment;
    private final Intake intake;
    private volatile Standing standing = Standing.ELSEWHERE;
    private Duration backoff = BACKOFF_MIN;

    SegmentWorker(Workshop shop, int segment) {
        this.shop = shop;
        this.segment = segment;
        this.intake = new Intake(
                shop.applier(),
                SegmentPlace.owned(
                        Segments.SCHEMA, segment, shop.node(), shop.settings().lease()),
                shop.settings().attemptsMax());
    }

    Standing standing() {
        return standing;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            var _ = Thread.interrupted(); // or no connection would be given for the last word
            giveBack();
        }
    }

    private void round() throws InterruptedException {
        try {
            Optional<Segments.Claimed> claimed = claim();
            if (claimed.isPresent()) {
                work(claimed.get());
            } else {
                Thread.sleep(shop.settings().renewal());
            }
        } catch (PlaceLost e) {
            LOG.info("segment {} is no longer here: {}", segment, e.getMessage());
            shop.share().giveBack(segment);
        } catch (SQLException | RuntimeException | Error e) { // nothing ends a worker but its interruption
            failed(e);
        }
    }

    private Optional<Segments.Claimed> claim() {
        if (!shop.share().take(segment)) {
            standing = Standing.ELSEWHERE;
            return Optional.empty();
        }
        Optional<Segments.Claimed> claimed =
                shop.segments().claim(segment, shop.node(), shop.settings().lease());
        if (claimed.isEmpty()) {
            shop.share().giveBack(segment);
            standing = Standing.ELSEWHERE;
        }
        return claimed;
    }

    private void work(Segments.Claimed claimed) throws SQLException, InterruptedException {
        try (Connection connection = shop.source().getConnection()) {
            connection.setAutoCommit(false);
            long position = claimed.position();
            long renewed = System.nanoTime();
            while (!Thread.currentThread().isInterrupted()) {
                if (shop.share().giveBackSurplus(segment)) {
                    giveBack();
                    return;
                }
                long from = position;
                position = step(connection, from, claimed.segments());
                if (position > from) {
                    renewed = System.nanoTime();
                    taken();
                } else if (System.nanoTime() - renewed
                        > shop.settings().renewal().toNanos()) {
                    renewed = System.nanoTime();
                    if (!renew(position)) {
                        return;
                    }
                }
            }
        }
    }

    /** Goes on from {@code from} and returns how far it came; when there is nothing to do it waits a little. */
    private long step(Connection connection, long from, int segments) throws SQLException, InterruptedException {
        List<LogEntry> read =
                shop.log().read(from, Long.MAX_VALUE, shop.settings().batchEventsMax());
        if (read.isEmpty()) {
            standing = Standing.UP;
            shop.log().awaitBeyond(from, shop.settings().poll());
            return from;
        }
        Timer.Sample sample = shop.metrics().begin();
        Step step = intake.take(
                connection, from, mine(read, segments), read.getLast().position());
        return switch (step) {
            case Step.Taken taken -> {
                shop.metrics().taken(sample, taken.events(), taken.parked());
                yield taken.position();
            }
            case Step.Again again -> {
                standing = new Standing(Standing.State.RETRYING, "at " + again.position());
                shop.metrics().failed();
                if (intake.suspects()) {
                    Thread.sleep(shop.settings().attemptPause());
                }
                yield from;
            }
            case Step.Waiting waiting -> {
                standing = new Standing(Standing.State.WAITING, "at " + waiting.position());
                long seen = shop.progress().moves();
                shop.progress().await(seen, shop.settings().attemptPause());
                yield from;
            }
        };
    }

    private List<LogEntry> mine(List<LogEntry> read, int segments) {
        return segments == 1
                ? read
                : read.stream()
                        .filter(entry -> Sequence.segment(Sequence.of(entry), segments) == segment)
                        .toList();
    }

    private void taken() {
        standing = Standing.UP;
        backoff = BACKOFF_MIN;
        shop.progress().moved();
    }

    /** Whether this node goes on with the segment. */
    private boolean renew(long position) {
        if (!shop.segments()
                .renew(segment, shop.node(), position, shop.settings().lease())) {
            LOG.info("segment {} has been taken over, or its tables replaced", segment);
            shop.share().giveBack(segment);
            return false;
        }
        return true;
    }

    private void failed(Throwable thrown) throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
        if (standing.failing()) {
            LOG.warn("segment {} still stands still: {}", segment, thrown.toString());
        } else {
            LOG.error(
                    "segment {} of the read tables stands still and is tried again until it goes on", segment, thrown);
        }
        standing = new Standing(Standing.State.FAILING, thrown.getClass().getSimpleName());
        shop.metrics().failed();
        Thread.sleep(backoff);
        Duration next = backoff.multipliedBy(2);
        backoff = next.compareTo(shop.settings().backoffMax()) < 0
                ? next
                : shop.settings().backoffMax();
    }

    private void giveBack() {
        try {
            shop.segments().release(segment, shop.node());
        } catch (RuntimeException e) {
            LOG.info("segment {} could not be given back; its lease will end", segment, e);
        }
        shop.share().giveBack(segment);
        standing = Standing.ELSEWHERE;
    }
}
