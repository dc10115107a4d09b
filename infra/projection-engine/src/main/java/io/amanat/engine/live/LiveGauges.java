package io.amanat.engine.live;

import io.amanat.contract.projections.ProjectionStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How far each segment is, read all at once now and then; between two readings a scrape gets the last one. */
final class LiveGauges {
    private final ProjectionStatus status;
    private final MultiGauge position;
    private final MultiGauge lag;
    private final AtomicLong deadLetters = new AtomicLong();

    LiveGauges(ProjectionStatus status, MeterRegistry registry) {
        this.status = status;
        this.position = MultiGauge.builder("amanat.projection.position")
                .description("The position that a segment of the read tables has reached")
                .register(registry);
        this.lag = MultiGauge.builder("amanat.projection.lag")
                .description("Positions between the log's head and a segment of the read tables")
                .register(registry);
        Gauge.builder("amanat.dead.letters", deadLetters, AtomicLong::get)
                .description("Events that the read tables do not show yet")
                .register(registry);
    }

    void read() {
        ProjectionStatus.Status now = status.status();
        List<Row<?>> positions = new ArrayList<>();
        List<Row<?>> lags = new ArrayList<>();
        for (ProjectionStatus.Segment segment : now.segments()) {
            Tags tags = Tags.of("segment", Integer.toString(segment.segment()));
            positions.add(Row.of(tags, segment.position()));
            lags.add(Row.of(tags, segment.lag()));
        }
        position.register(positions, true);
        lag.register(lags, true);
        deadLetters.set(now.deadLetters());
    }
}
