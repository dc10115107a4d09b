package io.amanat.platform.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each event processor is behind the log, in positions, and whether it is stuck. */
final class ProcessorGauges {

    private final EventProcessingConfiguration processing;
    private final JdbcClient jdbc;
    private final MultiGauge lag;
    private final MultiGauge failing;

    ProcessorGauges(EventProcessingConfiguration processing, JdbcClient jdbc, MeterRegistry registry) {
        this.processing = processing;
        this.jdbc = jdbc;
        this.lag = MultiGauge.builder("amanat.processor.lag")
                .description("Positions between the log's head and the processor")
                .register(registry);
        this.failing = MultiGauge.builder("amanat.processor.failing")
                .description("1 while a processor repeats an event that failed")
                .register(registry);
    }

    void read() {
        long head = jdbc.sql("select coalesce(max(global_index), 0) from domain_event_entry")
                .query(Long.class)
                .single();
        List<Row<?>> lags = new ArrayList<>();
        List<Row<?>> failures = new ArrayList<>();
        processing.eventProcessors().forEach((name, processor) -> {
            Tags tags = Tags.of("processor", name);
            lags.add(Row.of(tags, Math.max(0, head - position(processor))));
            failures.add(Row.of(tags, ProcessorsHealth.failing(processor) ? 1 : 0));
        });
        lag.register(lags, true);
        failing.register(failures, true);
    }

    private static long position(EventProcessor processor) {
        return processor instanceof StreamingEventProcessor streaming
                ? streaming.processingStatus().values().stream()
                        .mapToLong(status -> status.getCurrentPosition().orElse(0))
                        .min()
                        .orElse(0)
                : 0;
    }
}
