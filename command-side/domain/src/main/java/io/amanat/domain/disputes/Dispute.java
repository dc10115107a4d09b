package io.amanat.domain.disputes;

import io.amanat.contract.disputes.DisputeCommand.AddEvidence;
import io.amanat.contract.disputes.DisputeCommand.AddTimelineEntry;
import io.amanat.contract.disputes.DisputeCommand.LapseResponse;
import io.amanat.contract.disputes.DisputeCommand.OpenDispute;
import io.amanat.contract.disputes.DisputeCommand.ResolveDispute;
import io.amanat.contract.disputes.DisputeEvent;
import io.amanat.contract.disputes.DisputeEvent.DisputeOpened;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One party complains; both and a resolver add evidence and notes. The respondent's first word puts it under review. A resolver
 * who is no party decides, at any time, or the respondent's silence does: for the one who opened it. A resolved dispute stays as
 * it is.
 */
@AggregateRoot
public class Dispute {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private @Nullable DisputeState state;

    /** For Axon, which then replays the events. */
    protected Dispute() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenDispute command) {
        record(Deciding.open(state, command));
    }

    @CommandHandler
    void handle(AddEvidence command) {
        record(Speaking.evidence(now(), command));
    }

    @CommandHandler
    void handle(AddTimelineEntry command) {
        record(Speaking.entry(now(), command));
    }

    @CommandHandler
    void handle(ResolveDispute command) {
        record(Deciding.resolve(now(), command));
    }

    @CommandHandler
    void handle(LapseResponse command) {
        record(Deciding.lapse(now(), command));
    }

    @EventSourcingHandler
    void on(DisputeEvent event) {
        if (event instanceof DisputeOpened opened) {
            id = opened.disputeId().toString();
            state = DisputeState.opened(opened);
        } else {
            state = now().after(event);
        }
    }

    private DisputeState now() {
        return Objects.requireNonNull(state);
    }

    private static void record(List<DisputeEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }
}
