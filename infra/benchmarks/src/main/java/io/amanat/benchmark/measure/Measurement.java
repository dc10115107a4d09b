package io.amanat.benchmark.measure;

import io.amanat.benchmark.report.Row;
import java.time.Duration;
import java.util.Map;

/** Something that can be run for a while and then says how it went. Whoever makes it closes it. */
public interface Measurement extends AutoCloseable {

    /** What is about to happen, for whoever watches. */
    String name();

    /** Runs as a round does, for at least this long, and forgets the figures. */
    default void warmUp(Duration atLeast) {
        long end = System.nanoTime() + atLeast.toNanos();
        do {
            round(atLeast);
        } while (System.nanoTime() < end);
    }

    /**
     * Runs about as long as asked; something that has an end of its own may take longer or shorter.
     *
     * @return a figure per row; the same rows every time
     * @throws RuntimeException when anything that was measured failed: a figure with errors in it is worth nothing
     */
    Map<Row, Double> round(Duration length);

    @Override
    default void close() {}
}
