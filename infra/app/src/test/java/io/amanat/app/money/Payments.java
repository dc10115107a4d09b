package io.amanat.app.money;

import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Event;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.screening.ScreeningCommand.ScreenTransfer;
import io.amanat.domain.CommandTargets;
import io.amanat.domain.custody.screening.Screening;
import io.amanat.domain.disputes.Dispute;
import io.amanat.domain.escrow.Payment;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.jspecify.annotations.Nullable;

/** The real aggregates of money (payments, their disputes and safety checks) behind the port through which the watcher talks; what it decides goes into the tables at once. */
final class Payments implements CommandSender {
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Map<String, Story> stories = new HashMap<>();
    private final Map<String, Long> read = new HashMap<>();
    private final ReadModel tables;
    private boolean deaf;
    private boolean projected = true;

    Payments(ReadModel tables) {
        this.tables = tables;
        listens(Payment.class);
        listens(Dispute.class);
        listens(Screening.class);
    }

    private <A> void listens(Class<A> aggregate) {
        AggregateAnnotationCommandHandler.<A>builder()
                .aggregateType(aggregate)
                .commandTargetResolver(new CommandTargets())
                .repository(EventSourcingRepository.builder(aggregate)
                        .eventStore(store)
                        .build())
                .build()
                .subscribe(bus);
    }

    void know(Story story) {
        stories.put(story.payment.toString(), story);
        stories.put(story.dispute.toString(), story);
    }

    /** As when nobody answers: what is said is lost. */
    void deaf(boolean now) {
        deaf = now;
    }

    /** Whether what is decided goes into the tables; as when the projections stand still, and have caught up again. */
    void projected(boolean now) {
        projected = now;
        if (now) {
            stories.keySet().forEach(this::project);
        }
    }

    @Override
    public @Nullable Object send(Command command, Origin origin) {
        if (deaf) {
            throw new IllegalStateException("nobody answers");
        }
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(command), callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            Throwable cause = result.exceptionResult();
            if (cause instanceof RuleViolated refused) {
                throw refused;
            }
            throw new AssertionError(command.toString(), cause);
        }
        if (command instanceof ScreenTransfer screen) {
            stories.put(
                    screen.target().toString(), stories.get(screen.paymentId().toString()));
        }
        if (projected) {
            project(command.target().toString());
        }
        return result.getPayload();
    }

    private void project(String payment) {
        Story story = stories.get(payment);
        store.readEvents(payment, read.getOrDefault(payment, 0L)).asStream().forEach(message -> {
            tables.apply(story.add((Event) message.getPayload()));
            read.merge(payment, 1L, Long::sum);
        });
    }
}
