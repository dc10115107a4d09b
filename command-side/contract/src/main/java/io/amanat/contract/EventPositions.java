package io.amanat.contract;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How far the log reaches and how far the read models have followed. Positions are the log's global order, from 1; 0 is before the first. */
public interface EventPositions {
    /** The last position in the log. At once after a command it is that command's last event, or a later one of somebody else. */
    long head();

    /** Up to here, the read models show everything that they can take. After a crash of the database it may be less than before. */
    long projected();

    /**
     * Waits until the read models have come as far as {@code position}, but not longer than given, and says how far they have come then:
     * less, when it took too long or the thread was interrupted.
     */
    default long awaitProjected(long position, Duration atMost) {
        Duration pause = Duration.ofMillis(20);
        long projected = projected();
        for (Duration left = atMost;
                projected < position
                        && left.isPositive()
                        && !Thread.currentThread().isInterrupted();
                left = left.minus(pause)) {
            LockSupport.parkNanos(pause.toNanos());
            projected = projected();
        }
        return projected;
    }
}
