package io.amanat.benchmark.commands;

import io.amanat.benchmark.measure.Measurement;
import io.amanat.benchmark.measure.Throughput;
import io.amanat.benchmark.report.Row;
import io.amanat.benchmark.trade.FreshEvent;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;

/**
 * One event after another straight into the event store, without bus and aggregate.
 *
 * @param boundary runs one append the way the engine wants it: in a transaction, or by itself
 * @param event the first event of an aggregate that nobody has seen
 */
public record AppendRate(Row row, EventStore store, int inFlight, Boundary boundary, Supplier<FreshEvent> event)
        implements Measurement {

    /** How a single append is committed. */
    public interface Boundary {
        void around(Runnable append);
    }

    @Override
    public String name() {
        return row.title();
    }

    @Override
    public Map<Row, Double> round(Duration length) {
        double rate = new Throughput(inFlight).perSecond(length, () -> {
            DomainEventMessage<?> message = message(event.get());
            boundary.around(() -> store.publish(message));
            return 1;
        });
        return Map.of(row, rate);
    }

    private static DomainEventMessage<?> message(FreshEvent fresh) {
        return new GenericDomainEventMessage<>(
                fresh.aggregateType(),
                fresh.event().subject().toString(),
                0,
                fresh.event(),
                MetaData.from(fresh.metadata()));
    }
}
