package io.amanat.domain.custody.screening;

import io.amanat.contract.custody.screening.ScreeningCommand.ClearTransfer;
import io.amanat.contract.custody.screening.ScreeningCommand.RejectTransfer;
import io.amanat.contract.custody.screening.ScreeningCommand.ScreenTransfer;
import io.amanat.contract.custody.screening.ScreeningEvent;
import io.amanat.contract.custody.screening.ScreeningStatus;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The safety check of one transfer to one of our addresses. It begins when the transfer has reached the chain's threshold, with a verdict
 * that follows from rules and facts. Held, it waits for a guard who is no party of the trade, or for an answer that was missing. Its
 * status answers whether the transfer may fund the escrow.
 */
@AggregateRoot
public class Screening {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private @Nullable ScreeningState state;

    /** For Axon, which then replays the events. */
    protected Screening() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ScreeningStatus handle(ScreenTransfer command) {
        List<ScreeningEvent> events = Deciding.screen(state, command);
        ScreeningState next = state;
        for (ScreeningEvent event : events) {
            next = ScreeningState.after(next, event);
        }
        record(events);
        return ScreeningState.known(next).status();
    }

    @CommandHandler
    void handle(ClearTransfer command) {
        record(Deciding.clear(ScreeningState.known(state), command));
    }

    @CommandHandler
    void handle(RejectTransfer command) {
        record(Deciding.reject(ScreeningState.known(state), command));
    }

    @EventSourcingHandler
    void on(ScreeningEvent event) {
        id = event.screeningId().toString();
        state = ScreeningState.after(state, event);
    }

    private static void record(List<ScreeningEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }
}
