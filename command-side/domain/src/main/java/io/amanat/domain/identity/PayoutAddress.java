package io.amanat.domain.identity;

import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.identity.PayoutAddressCommand.ConfirmPayoutAddress;
import io.amanat.contract.identity.PayoutAddressCommand.RegisterPayoutAddress;
import io.amanat.contract.identity.PayoutAddressCommand.UsePayoutAddress;
import io.amanat.contract.identity.PayoutAddressCommand.WithdrawPayoutAddress;
import io.amanat.contract.identity.PayoutAddressEvent;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressRegistered;
import io.amanat.contract.identity.PayoutAddressPolicy;
import io.amanat.contract.identity.PayoutChallenge;
import io.amanat.contract.money.TextSignature;
import java.time.Clock;
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
 * Where one person is paid. An address is asked for, signed for by its owner, and used. Another one is not used before its
 * cooling-off time is over, and the one before it is meanwhile: whoever has stolen a session redirects nothing at once. It never
 * moves what was agreed: a trade is paid to the addresses of its terms.
 */
@AggregateRoot
public class PayoutAddress {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private @Nullable PayoutAddressState state;

    /** For Axon, which then replays the events. */
    protected PayoutAddress() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    PayoutChallenge handle(RegisterPayoutAddress command, OwnAddresses own) {
        record(Proving.register(command, own));
        return command.challenge();
    }

    @CommandHandler
    void handle(
            ConfirmPayoutAddress command,
            OwnAddresses own,
            TextSignature signatures,
            PayoutAddressPolicy policy,
            Clock clock) {
        record(Proving.confirm(now(), command, own, signatures, policy, clock.instant()));
    }

    @CommandHandler
    void handle(WithdrawPayoutAddress command, Clock clock) {
        record(Proving.withdraw(now(), command, clock.instant()));
    }

    @CommandHandler
    void handle(UsePayoutAddress command, Clock clock) {
        Proving.use(now(), command, clock.instant());
    }

    @EventSourcingHandler
    void on(PayoutAddressEvent event) {
        if (state == null && event instanceof PayoutAddressRegistered registered) {
            id = registered.addressId().toString();
            state = PayoutAddressState.registered(registered);
        } else {
            state = now().after(event);
        }
    }

    private PayoutAddressState now() {
        return Objects.requireNonNull(state);
    }

    private static void record(List<PayoutAddressEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }
}
