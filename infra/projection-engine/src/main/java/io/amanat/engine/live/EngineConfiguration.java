package io.amanat.engine.live;

import io.amanat.contract.EventPositions;
import io.amanat.contract.projections.DeadLetters;
import io.amanat.contract.projections.ProjectionStatus;
import io.amanat.engine.Applier;
import io.amanat.engine.EventDecoder;
import io.amanat.eventlog.LogHead;
import io.amanat.eventlog.LogReader;
import io.amanat.platform.observability.Figures;
import io.amanat.platform.serialization.EventReader;
import io.amanat.projection.Projection;
import io.amanat.projection.writing.RowWriter;
import io.amanat.projection.writing.Writing;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The live read tables. The app imports it and provides the {@link DataSource}, the {@link Projection} that fills the tables, and the
 * platform's beans: {@link EventReader}, {@link LogReader}, {@link LogHead}, {@link MeterRegistry}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
public class EngineConfiguration {

    @Bean
    Workshop projectionWorkshop(
            DataSource source,
            LogReader reader,
            LogHead head,
            EventReader events,
            Projection projection,
            MeterRegistry registry,
            LiveSettings settings) {
        RowWriter rows = new RowWriter(Segments.SCHEMA, Writing.IDEMPOTENT);
        return new Workshop(
                ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID(),
                source,
                new LogSource(reader, head),
                new Applier(Segments.SCHEMA, EventDecoder.of(events), projection, rows::write),
                new Segments(source),
                new Share(),
                new Progress(),
                new LiveMetrics(registry),
                settings);
    }

    @Bean
    LiveProjections liveProjections(Workshop shop) {
        return new LiveProjections(shop);
    }

    @Bean
    EventPositions eventPositions(Workshop shop) {
        return new LivePositions(shop.log(), shop.segments(), shop.progress());
    }

    @Bean
    DeadLetters deadLetters(Workshop shop) {
        return new LiveDeadLetters(shop.source(), shop.log(), shop.applier(), shop.segments());
    }

    @Bean
    ProjectionStatus projectionStatus(Workshop shop, LiveProjections live) {
        return new LiveStatus(shop.log(), shop.segments(), letters(shop), live);
    }

    /** Health component {@code projections}. */
    @Bean
    HealthIndicator projectionsHealthIndicator(Workshop shop, LiveProjections live) {
        return new ProjectionsHealth(shop.segments(), live);
    }

    /** Health component {@code deadLetters}. */
    @Bean
    HealthIndicator deadLettersHealthIndicator(Workshop shop) {
        return new DeadLettersHealth(letters(shop));
    }

    @Bean
    Figures projectionFigures(ProjectionStatus status, MeterRegistry registry) {
        return new LiveGauges(status, registry)::read;
    }

    private static DeadLetterTable letters(Workshop shop) {
        return new DeadLetterTable(JdbcClient.create(shop.source()));
    }
}
