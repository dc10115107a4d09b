package io.amanat.benchmark.measure;

import java.util.Arrays;
import java.util.Collection;

/** Of a set of durations in nanoseconds; nothing is rounded or bucketed. */
public final class Percentiles {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;

    /**
     * Of these.
     *
     * @throws IllegalArgumentException when there is nothing to tell from
     */
    public Percentiles(Collection<Long> nanos) {
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("no durations");
        }
        sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
    }

    /** The smallest duration that at least {@code percent} percent of all are not above; nearest rank. */
    public double millis(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
    }

    public int count() {
        return sorted.length;
    }
}
