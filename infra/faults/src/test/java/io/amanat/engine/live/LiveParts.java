package io.amanat.engine.live;

import io.amanat.engine.Applier;
import io.amanat.engine.EventDecoder;
import io.amanat.eventlog.LogHead;
import io.amanat.eventlog.LogReader;
import io.amanat.platform.serialization.EventReader;
import io.amanat.projection.Projections;
import io.amanat.projection.writing.RowWriter;
import io.amanat.projection.writing.Writing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The live projections put together by hand, as {@link EngineConfiguration} does it. */
public final class LiveParts implements AutoCloseable {
    private final Workshop shop;
    private final LiveProjections live;

    public LiveParts(String node, DataSource source, LogHead head, int segments, Duration lease) {
        LiveSettings settings = new LiveSettings(
                segments, 500, 3, Duration.ofMillis(50), lease, Duration.ofSeconds(1), Duration.ofSeconds(1));
        shop = new Workshop(
                node,
                source,
                new LogSource(new LogReader(source), head),
                new Applier(
                        Segments.SCHEMA,
                        EventDecoder.of(EventReader.all()),
                        new Projections(),
                        new RowWriter(Segments.SCHEMA, Writing.IDEMPOTENT)::write),
                new Segments(source),
                new Share(),
                new Progress(),
                new LiveMetrics(new SimpleMeterRegistry()),
                settings);
        live = new LiveProjections(shop);
        live.start();
    }

    /** Both health components of the read tables, in one line. */
    public String health() {
        Health projections = new ProjectionsHealth(shop.segments(), live).health();
        Health letters = new DeadLettersHealth(new DeadLetterTable(JdbcClient.create(shop.source()))).health();
        return projections.getStatus() + " " + letters.getStatus() + " " + projections.getDetails() + " "
                + letters.getDetails();
    }

    @Override
    public void close() {
        live.stop();
    }
}
