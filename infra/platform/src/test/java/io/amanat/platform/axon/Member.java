package io.amanat.platform.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.amanat.contract.Command;
import io.amanat.contract.Event;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserCommand.AssignRole;
import io.amanat.contract.identity.UserCommand.RegisterUser;
import io.amanat.contract.identity.UserCommand.ReinstateUser;
import io.amanat.contract.identity.UserCommand.SuspendUser;
import io.amanat.contract.identity.UserEvent.UserRegistered;
import io.amanat.contract.identity.UserEvent.UserReinstated;
import io.amanat.contract.identity.UserEvent.UserRoleAssigned;
import io.amanat.contract.identity.UserEvent.UserSuspended;
import io.amanat.contract.identity.UserId;
import java.util.EnumMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** An aggregate that takes every way a command can go: it appends, refuses, answers, or finds that all has happened already. */
class Member {

    /** Appends each time, and answers. */
    record Praise(UserId userId, PersonalText reason) implements Command {

        @Override
        public UserId target() {
            return userId;
        }

        @Override
        public Object answer(Event first) {
            return "praised with " + ((UserReinstated) first).reason().token();
        }
    }

    /** Nobody outside of its package can see it, as with the states of the domain. */
    private record Standing(boolean suspended, Map<Role, Integer> roles) {}

    @AggregateIdentifier
    private UserId id;

    private Role registeredAs;

    private Standing standing = new Standing(false, Map.of());

    Member() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterUser command) {
        if (id != null) {
            RuleViolated.unless(command.role() == registeredAs, IdentityRule.A_USER_REGISTERS_ONCE);
            return;
        }
        RuleViolated.unless(command.role() != Role.ADMIN, IdentityRule.PEOPLE_REGISTER_AS_BUYER_OR_SELLER);
        apply(new UserRegistered(
                command.userId(), command.role(), command.email(), command.displayName(), command.authProvider()));
    }

    @CommandHandler
    void handle(AssignRole command) {
        apply(new UserRoleAssigned(id, command.role(), command.reason(), command.by()));
    }

    @CommandHandler
    void handle(SuspendUser command) {
        RuleViolated.unless(!standing.suspended, IdentityRule.ONLY_ACTIVE_USERS_CAN_BE_SUSPENDED);
        apply(new UserSuspended(id, command.reason(), command.by()));
    }

    @CommandHandler
    void handle(ReinstateUser command) {
        if (standing.suspended) {
            apply(new UserReinstated(id, command.reason(), command.by()));
        }
    }

    @CommandHandler
    String handle(Praise command) {
        apply(new UserReinstated(id, command.reason(), id));
        return "praised with " + command.reason().token();
    }

    @EventSourcingHandler
    void on(UserRegistered event) {
        id = event.userId();
        registeredAs = event.role();
    }

    @EventSourcingHandler
    void on(UserRoleAssigned event) {
        Map<Role, Integer> roles = new EnumMap<>(Role.class);
        roles.putAll(standing.roles);
        roles.merge(event.role(), 1, Integer::sum);
        standing = new Standing(standing.suspended, roles);
    }

    @EventSourcingHandler
    void on(UserSuspended event) {
        standing = new Standing(true, standing.roles);
    }

    @EventSourcingHandler
    void on(UserReinstated event) {
        standing = new Standing(false, standing.roles);
    }
}
