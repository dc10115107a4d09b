package io.amanat.benchmark.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/**
 * A closed loop: so many virtual threads, each of which starts its next piece of work when the last one is done.
 *
 * @param inFlight pieces of work at the same time
 */
public record Throughput(int inFlight) {

    /** A piece of work. */
    public interface Work {
        /** Returns how many of what is counted it has done. */
        int run() throws Exception;
    }

    /**
     * What was done within {@code length}, per second. Work that ends after that is not counted, and is waited for.
     *
     * @throws IllegalStateException when a piece of work failed; the others end first
     */
    public double perSecond(Duration length, Work work) {
        LongAdder done = new LongAdder();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        List<Future<?>> loops = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < inFlight; i++) {
                loops.add(threads.submit(() -> {
                    do {
                        int count = work.run();
                        if (System.nanoTime() < end) {
                            done.add(count);
                        }
                    } while (System.nanoTime() < end);
                    return null;
                }));
            }
        }
        loops.forEach(Finished::result);
        return done.sum() / (length.toNanos() / 1e9);
    }
}
