package io.amanat.benchmark.app;

import io.amanat.benchmark.measure.Finished;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who reads the live tables a hundred times a second, whatever happens to them meanwhile. */
final class SteadyReader implements AutoCloseable {

    private static final Duration BETWEEN_READS = Duration.ofMillis(10);

    private final JdbcClient jdbc;
    private final AtomicLong longestNanos = new AtomicLong();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile boolean stopped;
    private final Future<?> reading;

    private SteadyReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.reading = thread.submit(this::read);
    }

    static SteadyReader start(JdbcClient jdbc) {
        return new SteadyReader(jdbc);
    }

    /**
     * Ends the reading.
     *
     * @throws IllegalStateException when a single read has failed: then there was a time without tables
     */
    double longestMillis() {
        stopped = true;
        Finished.result(reading);
        return longestNanos.get() / 1e6;
    }

    @Override
    public void close() {
        stopped = true;
        thread.close();
    }

    private void read() {
        while (!stopped) {
            long start = System.nanoTime();
            jdbc.sql("select count(*) from (select from amanat_read.purchase_requests limit 20) page")
                    .query(Long.class)
                    .single();
            longestNanos.accumulateAndGet(System.nanoTime() - start, Math::max);
            LockSupport.parkNanos(BETWEEN_READS.toNanos());
        }
    }
}
