package io.amanat.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amanat.benchmark.report.Goal.AtLeast;
import io.amanat.benchmark.report.Goal.AtMost;
import io.amanat.benchmark.report.Goal.Bound;
import io.amanat.benchmark.report.Goal.Outcome;
import io.amanat.benchmark.report.Goal.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Row LIMIT = Row.of("limit", "the limit", Unit.EVENTS_PER_SECOND);
    private static final Row OURS =
            Row.of("ours", "our own", Unit.EVENTS_PER_SECOND).comparedWith("limit");

    @Test
    void givenRounds_whenAsked_thenMedianIsTheMiddleOne() {
        assertThat(new Figure(LIMIT, List.of(9.0, 1.0, 5.0)).median()).isEqualTo(5);
        assertThat(new Figure(LIMIT, List.of(8.0, 1.0, 5.0, 9.0)).median()).isEqualTo(6.5);
        assertThat(new Figure(LIMIT, List.of(9.0, 1.0, 5.0)).lowest()).isEqualTo(1);
        assertThat(new Figure(LIMIT, List.of(9.0, 1.0, 5.0)).highest()).isEqualTo(9);
    }

    @Test
    void givenPeer_whenRatioIsAsked_thenMedianByMedian() {
        assertThat(results().ratio(OURS))
                .hasValueSatisfying(ratio -> assertThat(ratio).isCloseTo(1.2, within(1e-9)));
        assertThat(results().ratio(LIMIT)).isEmpty();
        assertThat(results().ratio("ours", "nothing")).isEmpty();
    }

    @Test
    void givenTwoRowsOfOneName_whenAdded_thenRefused() {
        Results results = results();

        assertThatThrownBy(() -> results.add(Row.of("ours", "others", Unit.SECONDS), 1))
                .hasMessageContaining("two rows are called ours");
    }

    @Test
    void givenGoals_whenJudged_thenOnlyWhatWasReachedIsMet() {
        assertThat(outcome(new Times("ours", "limit", 1.2))).isEqualTo(Outcome.MET);
        assertThat(outcome(new Times("ours", "limit", 1.21))).isEqualTo(Outcome.NOT_MET);
        assertThat(outcome(new Times("ours", "nothing", 1))).isEqualTo(Outcome.NOT_MEASURED);
        assertThat(outcome(new AtLeast("ours", 120))).isEqualTo(Outcome.MET);
        assertThat(outcome(new AtLeast("ours", 121))).isEqualTo(Outcome.NOT_MET);
        assertThat(outcome(new AtMost("ours", 120))).isEqualTo(Outcome.MET);
        assertThat(outcome(new AtMost("ours", 119))).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void givenSmokeRun_whenShown_thenItSaysSo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new/result.json");
        JsonFile.write(file, report(false).json());

        assertThat(report(false).table()).contains("SMOKE RUN");
        assertThat(report(true).table()).doesNotContain("SMOKE RUN").contains("120 %", "NOT MET", "a note");
        assertThat(Files.readString(file)).contains("\"credible\" : false", "\"ratio\" : 1.2", "\"NOT MET\"");
    }

    @Test
    void givenLongerLog_whenJudged_thenByTheRatioToThePeer() {
        Row time = Row.of("time", "a time", Unit.MILLISECONDS);
        Results small = results();
        Results large = new Results();
        large.add(LIMIT, 50);
        large.add(OURS, 59);
        small.add(time, 10);
        large.add(time, 11.2);
        GrowthReport report = new GrowthReport(
                "Growth",
                Instant.EPOCH,
                new Machine("a processor", 2, 1024, "a system", "a JVM"),
                true,
                List.of(),
                new TreeMap<>(Map.of(100L, small, 5_000L, large)),
                List.of("ours", "time"));

        assertThat(report.change(OURS))
                .hasValueSatisfying(change -> assertThat(change).isCloseTo(0.983, within(1e-3)));
        assertThat(report.outcome(OURS)).isEqualTo(Outcome.MET);
        assertThat(report.outcome(LIMIT)).isEqualTo(Outcome.NOT_MET);
        assertThat(report.outcome(time)).isEqualTo(Outcome.NOT_MET);
        assertThat(report.outcome(Row.of("other", "other", Unit.SECONDS))).isEqualTo(Outcome.NOT_MEASURED);
        assertThat(report.table()).contains("5,000", "98 %", "NOT MET");
    }

    private static Outcome outcome(Bound bound) {
        return new Goal("a promise", bound).judge(results()).outcome();
    }

    private static Report report(boolean credible) {
        return new Report(
                "A run",
                Instant.EPOCH,
                new Machine("a processor", 2, 1024, "a system", "a JVM"),
                credible,
                List.of("a note"),
                results(),
                List.of(new Goal("much more", new AtLeast("ours", 1_000))));
    }

    private static Results results() {
        Results results = new Results();
        List.of(100.0, 90.0, 110.0).forEach(figure -> results.add(LIMIT, figure));
        List.of(120.0, 130.0, 20.0).forEach(figure -> results.add(OURS, figure));
        return results;
    }
}
