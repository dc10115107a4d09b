package io.amanat.platform.observability;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while every event processor runs and none repeats an event that its handlers cannot take. */
final class ProcessorsHealth extends AbstractHealthIndicator {

    private final EventProcessingConfiguration processing;

    ProcessorsHealth(EventProcessingConfiguration processing) {
        super("event processors cannot be looked at");
        this.processing = processing;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        processing.eventProcessors().forEach((name, processor) -> {
            String state = state(processor);
            health.withDetail(name, state);
            if (!state.startsWith("running")) {
                health.down();
            }
        });
    }

    /** Whether its handlers took the last event that they were given. */
    static boolean failing(EventProcessor processor) {
        return processor.isError()
                || (processor instanceof StreamingEventProcessor streaming
                        && streaming.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState));
    }

    private static String state(EventProcessor processor) {
        if (failing(processor)) {
            return "repeating an event that failed";
        } else if (!processor.isRunning()) {
            return "stopped";
        }
        long position = processor instanceof StreamingEventProcessor streaming
                ? streaming.processingStatus().values().stream()
                        .mapToLong(status -> status.getCurrentPosition().orElse(-1))
                        .min()
                        .orElse(-1)
                : -1;
        return "running, at " + position;
    }
}
