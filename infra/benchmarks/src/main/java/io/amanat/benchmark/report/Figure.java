package io.amanat.benchmark.report;

import java.util.Arrays;
import java.util.List;

/** What several rounds of one row gave. */
public record Figure(Row row, List<Double> rounds) {

    public Figure {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("no round of " + row.id());
        }
        rounds = List.copyOf(rounds);
    }

    /** Of an even number of rounds, the mean of the middle two. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double lowest() {
        return sorted()[0];
    }

    public double highest() {
        double[] sorted = sorted();
        return sorted[sorted.length - 1];
    }

    private double[] sorted() {
        double[] values = rounds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(values);
        return values;
    }
}
