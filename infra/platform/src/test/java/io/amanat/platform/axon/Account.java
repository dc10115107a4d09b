package io.amanat.platform.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.UserCommand.RegisterUser;
import io.amanat.contract.identity.UserCommand.ReinstateUser;
import io.amanat.contract.identity.UserCommand.SuspendUser;
import io.amanat.contract.identity.UserEvent.UserRegistered;
import io.amanat.contract.identity.UserEvent.UserReinstated;
import io.amanat.contract.identity.UserEvent.UserSuspended;
import io.amanat.contract.identity.UserId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A small aggregate of the test's own, speaking the published language. */
class Account {

    @AggregateIdentifier
    private UserId id;

    private boolean suspended;

    Account() {}

    @CommandHandler
    Account(RegisterUser command) {
        apply(new UserRegistered(
                command.userId(), command.role(), command.email(), command.displayName(), command.authProvider()));
    }

    @CommandHandler
    void handle(SuspendUser command) {
        RuleViolated.unless(!suspended, IdentityRule.ONLY_ACTIVE_USERS_CAN_BE_SUSPENDED);
        apply(new UserSuspended(id, command.reason(), command.by()));
    }

    @CommandHandler
    String handle(ReinstateUser command) {
        apply(new UserReinstated(id, command.reason(), command.by()));
        return "welcome back";
    }

    @EventSourcingHandler
    void on(UserRegistered event) {
        id = event.userId();
    }

    @EventSourcingHandler
    void on(UserSuspended event) {
        suspended = true;
    }

    @EventSourcingHandler
    void on(UserReinstated event) {
        suspended = false;
    }
}
