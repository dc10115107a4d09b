package io.amanat.engine.live;

import io.amanat.contract.EventPositions;
import io.amanat.engine.EventSource;
import java.time.Duration;

/**
 * Reads positions where they are stored: one row for each segment. Whoever waits is woken by this node's own commits, and looks now and
 * then for those of others.
 */
final class LivePositions implements EventPositions {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final EventSource log;
    private final Segments segments;
    private final Progress progress;

    LivePositions(EventSource log, Segments segments, Progress progress) {
        this.log = log;
        this.segments = segments;
        this.progress = progress;
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public long projected() {
        return segments.position();
    }

    @Override
    public long awaitProjected(long position, Duration atMost) {
        long endNanos = System.nanoTime() + atMost.toNanos();
        while (true) {
            long seen = progress.moves();
            long projected = projected();
            Duration left = Duration.ofNanos(endNanos - System.nanoTime());
            if (projected >= position || !left.isPositive()) {
                return projected;
            }
            try {
                progress.await(seen, left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return projected;
            }
        }
    }
}
