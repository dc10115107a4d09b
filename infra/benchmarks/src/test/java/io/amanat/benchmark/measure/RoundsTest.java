package io.amanat.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.benchmark.report.Results;
import io.amanat.benchmark.report.Row;
import io.amanat.benchmark.report.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final List<String> calls = new ArrayList<>();

    @Test
    void givenTwoMeasurements_whenRun_thenTheyTakeTurnsAndWarmUpsDoNotCount() {
        Results results = new Results();

        new Rounds(Duration.ofNanos(1), Duration.ofSeconds(1), 2)
                .run(List.of(measurement("one"), measurement("two")), results, _ -> {});

        assertThat(calls).containsExactly("one", "two", "one", "two", "one", "two");
        assertThat(results.figure("one").orElseThrow().rounds()).containsExactly(3.0, 5.0);
    }

    @Test
    void givenDurations_whenPercentileIsAsked_thenNearestRank() {
        Percentiles hundred = new Percentiles(
                LongStream.rangeClosed(1, 100).map(n -> n * 1_000_000).boxed().toList());

        assertThat(hundred.millis(50)).isEqualTo(50);
        assertThat(hundred.millis(99)).isEqualTo(99);
        assertThat(hundred.millis(100)).isEqualTo(100);
        assertThat(new Percentiles(List.of(7_000_000L)).millis(50)).isEqualTo(7);
        assertThatThrownBy(() -> new Percentiles(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenWorkThatFails_whenMeasured_thenNoFigure() {
        assertThatThrownBy(() -> new Throughput(2).perSecond(Duration.ofMillis(50), () -> {
                    throw new IllegalArgumentException("refused");
                }))
                .hasMessageContaining("refused");
    }

    @Test
    void givenWork_whenMeasured_thenSoManyAtATimeAndAllCounted() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger all = new AtomicInteger();

        double rate = new Throughput(3).perSecond(Duration.ofMillis(200), () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            inside.decrementAndGet();
            all.incrementAndGet();
            return 2;
        });

        assertThat(most.get()).isLessThanOrEqualTo(3);
        assertThat(rate * 0.2).isBetween(2.0 * (all.get() - 3), 2.0 * all.get());
    }

    private Measurement measurement(String id) {
        Row row = Row.of(id, id, Unit.SECONDS);
        return new Measurement() {
            @Override
            public String name() {
                return id;
            }

            @Override
            public Map<Row, Double> round(Duration length) {
                calls.add(id);
                return Map.of(row, (double) calls.size());
            }
        };
    }
}
