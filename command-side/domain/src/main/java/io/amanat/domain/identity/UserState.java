package io.amanat.domain.identity;

import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserEvent;
import io.amanat.contract.identity.UserEvent.UserErased;
import io.amanat.contract.identity.UserEvent.UserRegistered;
import io.amanat.contract.identity.UserEvent.UserReinstated;
import io.amanat.contract.identity.UserEvent.UserRoleAssigned;
import io.amanat.contract.identity.UserEvent.UserSuspended;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.identity.UserStatus;
import org.jspecify.annotations.Nullable;

/**
 * An account as of some event.
 *
 * @param standing the last suspension or reinstatement, by which the very same command is recognised when it is repeated
 */
record UserState(
        UserRegistered registered,
        Role role,
        UserStatus status,
        @Nullable Standing standing) {
    /** Who changed the standing, and why. */
    record Standing(PersonalText reason, UserId by) {}

    static UserState registered(UserRegistered event) {
        return new UserState(event, event.role(), UserStatus.ACTIVE, null);
    }

    UserState after(UserEvent event) {
        return switch (event) {
            case UserRegistered again -> registered(again);
            case UserRoleAssigned assigned -> new UserState(registered, assigned.role(), status, standing);
            case UserSuspended suspended ->
                new UserState(registered, role, UserStatus.SUSPENDED, new Standing(suspended.reason(), suspended.by()));
            case UserReinstated reinstated ->
                new UserState(registered, role, UserStatus.ACTIVE, new Standing(reinstated.reason(), reinstated.by()));
            case UserErased _ -> new UserState(registered, role, UserStatus.DELETED, standing);
        };
    }
}
