package io.amanat.platform.observability;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reads the figures now and then, in a thread of its own, however often they are scraped. */
final class GaugeReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GaugeReader.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final List<Figures> readers;
    private @Nullable ScheduledExecutorService thread;

    GaugeReader(List<Figures> readers) {
        this.readers = List.copyOf(readers);
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("gauges").factory());
        var _ = started.scheduleWithFixedDelay(
                () -> readers.forEach(GaugeReader::read), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private static void read(Figures reader) {
        try {
            reader.read();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("figures could not be read", e);
        }
    }
}
