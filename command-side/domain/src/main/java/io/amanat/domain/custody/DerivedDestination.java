package io.amanat.domain.custody;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.DestinationCommand.AllocateDestination;
import io.amanat.contract.custody.DestinationCommand.QuarantineDestination;
import io.amanat.contract.custody.DestinationCommand.RecordSweep;
import io.amanat.contract.custody.DestinationEvent.DestinationAllocated;
import io.amanat.contract.custody.DestinationEvent.DestinationQuarantined;
import io.amanat.contract.custody.DestinationEvent.DestinationSwept;
import io.amanat.contract.escrow.TransferKey;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A deposit address, made for one payment and never used for another. What an operator sweeps from it is recorded; a guard may put it
 * in quarantine, which keeps people from being sent there and changes nothing about money that has arrived.
 */
@AggregateRoot
public class DerivedDestination {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private @Nullable DestinationAllocated allocated;
    private boolean quarantined;
    private Set<TransferKey> sweeps = new HashSet<>(); // not final: a snapshot could not be read into it

    /** For Axon, which then replays the events. */
    protected DerivedDestination() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AllocateDestination command) {
        DestinationAllocated event = new DestinationAllocated(
                command.destinationId(),
                command.paymentId(),
                command.requestId(),
                command.chainId(),
                command.address(),
                command.accountFingerprint(),
                command.derivationPath());
        if (allocated == null) {
            AggregateLifecycle.apply(event);
        } else {
            RuleViolated.unless(allocated.equals(event), CustodyRule.A_DESTINATION_BELONGS_TO_ONE_PAYMENT);
        }
    }

    @CommandHandler
    void handle(QuarantineDestination command) {
        RuleViolated.unless(!quarantined, CustodyRule.ONLY_LIVE_DESTINATIONS_ARE_QUARANTINED);
        AggregateLifecycle.apply(new DestinationQuarantined(command.destinationId(), command.by(), command.reason()));
    }

    @CommandHandler
    void handle(RecordSweep command) {
        if (!sweeps.contains(command.key())) {
            AggregateLifecycle.apply(
                    new DestinationSwept(command.destinationId(), command.key(), command.to(), command.amount()));
        }
    }

    @EventSourcingHandler
    void on(DestinationAllocated event) {
        id = event.destinationId().toString();
        allocated = event;
    }

    @EventSourcingHandler
    void on(DestinationQuarantined event) {
        quarantined = true;
    }

    @EventSourcingHandler
    void on(DestinationSwept event) {
        sweeps.add(event.key());
    }
}
