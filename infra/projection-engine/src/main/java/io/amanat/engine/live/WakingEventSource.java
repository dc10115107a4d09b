package io.amanat.engine.live;

import io.amanat.engine.EventSource;
import java.time.Duration;

/** A log that tells when it has grown. */
interface WakingEventSource extends EventSource {
    /** Waits until this process knows of something after {@code position}, but not longer than given. What it misses, a poll finds. */
    void awaitBeyond(long position, Duration atMost) throws InterruptedException;
}
