package io.amanat.benchmark.report;

import java.util.Locale;
import java.util.Optional;

/**
 * What was promised, and how to tell from the figures whether it is kept.
 *
 * @param promise in words
 */
public record Goal(String promise, Bound bound) {

    /** How a goal is decided. */
    public sealed interface Bound {}

    /** The row's median is at least {@code factor} times its peer's. */
    public record Times(String row, String peer, double factor) implements Bound {}

    /** The row's median is not above {@code limit}, in the row's unit. */
    public record AtMost(String row, double limit) implements Bound {}

    /** The row's median is not below {@code limit}, in the row's unit. */
    public record AtLeast(String row, double limit) implements Bound {}

    /** Whether it is kept, and the figure that says so. */
    public enum Outcome {
        MET("met"),
        NOT_MET("NOT MET"),
        NOT_MEASURED("not measured");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** {@code measured} is empty text when nothing was. */
    public record Verdict(Goal goal, Outcome outcome, String measured) {}

    public Verdict judge(Results results) {
        return switch (bound) {
            case Times times ->
                verdict(results.ratio(times.row(), times.peer()), ratio -> ratio >= times.factor(), "%.0f %%", 100);
            case AtMost most -> verdict(median(results, most.row()), value -> value <= most.limit(), "%,.1f", 1);
            case AtLeast least -> verdict(median(results, least.row()), value -> value >= least.limit(), "%,.0f", 1);
        };
    }

    private static Optional<Double> median(Results results, String row) {
        return results.figure(row).map(Figure::median);
    }

    private Verdict verdict(
            Optional<Double> value, java.util.function.DoublePredicate kept, String format, double scale) {
        if (value.isEmpty()) {
            return new Verdict(this, Outcome.NOT_MEASURED, "");
        }
        double figure = value.get();
        return new Verdict(
                this,
                kept.test(figure) ? Outcome.MET : Outcome.NOT_MET,
                String.format(Locale.ROOT, format, figure * scale));
    }
}
