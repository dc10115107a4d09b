package io.amanat.domain.identity;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserCommand.AssignRole;
import io.amanat.contract.identity.UserCommand.EraseUser;
import io.amanat.contract.identity.UserCommand.RegisterUser;
import io.amanat.contract.identity.UserCommand.ReinstateUser;
import io.amanat.contract.identity.UserCommand.SuspendUser;
import io.amanat.contract.identity.UserEvent;
import io.amanat.contract.identity.UserEvent.UserErased;
import io.amanat.contract.identity.UserEvent.UserRegistered;
import io.amanat.contract.identity.UserEvent.UserReinstated;
import io.amanat.contract.identity.UserEvent.UserRoleAssigned;
import io.amanat.contract.identity.UserEvent.UserSuspended;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.identity.UserStatus;
import io.amanat.domain.identity.UserState.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may happen to an account. Nobody changes their own standing; an erased person stays erased. */
final class AccountRules {
    private AccountRules() {}

    static List<UserEvent> register(@Nullable UserState existing, RegisterUser command) {
        if (existing != null) {
            notErased(existing);
            unless(same(existing.registered(), command), IdentityRule.A_USER_REGISTERS_ONCE);
            return List.of();
        }
        unless(
                command.role() == Role.BUYER || command.role() == Role.SELLER,
                IdentityRule.PEOPLE_REGISTER_AS_BUYER_OR_SELLER);
        return List.of(new UserRegistered(
                command.userId(), command.role(), command.email(), command.displayName(), command.authProvider()));
    }

    static List<UserEvent> assign(UserState user, AssignRole command) {
        bySomebodyElse(command.userId(), command.by());
        notErased(user);
        return user.role() == command.role()
                ? List.of()
                : List.of(new UserRoleAssigned(command.userId(), command.role(), command.reason(), command.by()));
    }

    static List<UserEvent> suspend(UserState user, SuspendUser command) {
        bySomebodyElse(command.userId(), command.by());
        notErased(user);
        if (repeated(user, UserStatus.SUSPENDED, command.reason(), command.by())) {
            return List.of();
        }
        unless(user.status() == UserStatus.ACTIVE, IdentityRule.ONLY_ACTIVE_USERS_CAN_BE_SUSPENDED);
        return List.of(new UserSuspended(command.userId(), command.reason(), command.by()));
    }

    static List<UserEvent> reinstate(UserState user, ReinstateUser command) {
        bySomebodyElse(command.userId(), command.by());
        notErased(user);
        if (repeated(user, UserStatus.ACTIVE, command.reason(), command.by())) {
            return List.of();
        }
        unless(user.status() == UserStatus.SUSPENDED, IdentityRule.ONLY_SUSPENDED_USERS_CAN_BE_REINSTATED);
        return List.of(new UserReinstated(command.userId(), command.reason(), command.by()));
    }

    /** Erasing again succeeds, whatever the reason: the edge deletes the key only after this, and may have to try twice. */
    static List<UserEvent> erase(UserState user, EraseUser command) {
        bySomebodyElse(command.userId(), command.by());
        return user.status() == UserStatus.DELETED
                ? List.of()
                : List.of(new UserErased(command.userId(), command.reason(), command.by()));
    }

    private static void bySomebodyElse(UserId user, UserId by) {
        unless(!user.equals(by), IdentityRule.NOBODY_CHANGES_THEIR_OWN_STANDING);
    }

    private static void notErased(UserState user) {
        unless(user.status() != UserStatus.DELETED, IdentityRule.ERASED_USERS_STAY_ERASED);
    }

    private static boolean repeated(UserState user, UserStatus status, PersonalText reason, UserId by) {
        return user.status() == status && new Standing(reason, by).equals(user.standing());
    }

    /** Of sealed text only the person counts: sealing the same words twice gives two tokens. */
    private static boolean same(UserRegistered registered, RegisterUser command) {
        return registered.role() == command.role()
                && registered.authProvider() == command.authProvider()
                && registered.email().subject().equals(command.email().subject())
                && registered
                        .displayName()
                        .subject()
                        .equals(command.displayName().subject());
    }
}
