package io.amanat.benchmark.measure;

import io.amanat.benchmark.report.Results;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How long and how often.
 *
 * @param warmUp before the first round of each measurement; none when zero
 * @param length of a round
 * @param count of rounds; the median of an odd number is one of them
 */
public record Rounds(Duration warmUp, Duration length, int count) {

    /** All measurements take turns, round by round, so that a noisy minute hits every one of them. */
    public void run(List<? extends Measurement> measurements, Results results, Consumer<String> progress) {
        for (Measurement measurement : warmUp.isZero() ? List.<Measurement>of() : measurements) {
            progress.accept("warming up: " + measurement.name());
            measurement.warmUp(warmUp);
        }
        for (int round = 1; round <= count; round++) {
            for (Measurement measurement : measurements) {
                progress.accept("round " + round + " of " + count + ": " + measurement.name());
                measurement.round(length).forEach(results::add);
            }
        }
    }
}
