package io.amanat.contract.identity;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;

/** What happened to a user account. */
public sealed interface UserEvent extends Event {
    UserId userId();

    @Override
    default UserId subject() {
        return userId();
    }

    @EventType("user.registered.v1")
    record UserRegistered(
            UserId userId, Role role, PersonalText email, PersonalText displayName, AuthProvider authProvider)
            implements UserEvent {}

    @EventType("user.role-assigned.v1")
    record UserRoleAssigned(UserId userId, Role role, PersonalText reason, UserId by) implements UserEvent {}

    @EventType("user.suspended.v1")
    record UserSuspended(UserId userId, PersonalText reason, UserId by) implements UserEvent {}

    @EventType("user.reinstated.v1")
    record UserReinstated(UserId userId, PersonalText reason, UserId by) implements UserEvent {}

    @EventType("user.erased.v1")
    record UserErased(UserId userId, PersonalText reason, UserId by) implements UserEvent {}
}
