package io.amanat.domain.identity;

import io.amanat.contract.identity.UserCommand.AssignRole;
import io.amanat.contract.identity.UserCommand.EraseUser;
import io.amanat.contract.identity.UserCommand.RegisterUser;
import io.amanat.contract.identity.UserCommand.ReinstateUser;
import io.amanat.contract.identity.UserCommand.SuspendUser;
import io.amanat.contract.identity.UserEvent;
import io.amanat.contract.identity.UserEvent.UserRegistered;
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
 * A person registers as buyer or seller, may be given another role, suspended and reinstated by somebody else, and in the end be
 * forgotten. That two people do not share an e-mail address is the edge's affair: here it is only seen sealed.
 */
@AggregateRoot
public class UserAccount {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private @Nullable UserState state;

    /** For Axon, which then replays the events. */
    protected UserAccount() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterUser command) {
        record(AccountRules.register(state, command));
    }

    @CommandHandler
    void handle(AssignRole command) {
        record(AccountRules.assign(now(), command));
    }

    @CommandHandler
    void handle(SuspendUser command) {
        record(AccountRules.suspend(now(), command));
    }

    @CommandHandler
    void handle(ReinstateUser command) {
        record(AccountRules.reinstate(now(), command));
    }

    @CommandHandler
    void handle(EraseUser command) {
        record(AccountRules.erase(now(), command));
    }

    @EventSourcingHandler
    void on(UserEvent event) {
        if (event instanceof UserRegistered registered) {
            id = registered.userId().toString();
            state = UserState.registered(registered);
        } else {
            state = now().after(event);
        }
    }

    private UserState now() {
        return Objects.requireNonNull(state);
    }

    private static void record(List<UserEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }
}
