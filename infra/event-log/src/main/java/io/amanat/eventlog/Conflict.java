package io.amanat.eventlog;

import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** The exceptions that Axon's own engines throw for an event whose place in its aggregate, or whose id, is taken. */
final class Conflict {

    private Conflict() {}

    static RuntimeException on(PreparedEvent event, @Nullable Throwable cause) {
        if (event.sequence() == 0) {
            return new AggregateStreamCreationException(
                    "Cannot reuse aggregate identifier [%s] to create aggregate [%s] since identifiers need to be unique."
                            .formatted(event.aggregateId(), event.aggregateType()),
                    cause);
        }
        return new ConcurrencyException(
                "An event for aggregate [%s] at sequence [%d] was already inserted."
                        .formatted(event.aggregateId(), event.sequence()),
                cause);
    }
}
