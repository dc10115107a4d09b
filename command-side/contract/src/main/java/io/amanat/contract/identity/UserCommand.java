package io.amanat.contract.identity;

import io.amanat.contract.Command;

/** What a user account can be told. */
public sealed interface UserCommand extends Command {
    UserId userId();

    @Override
    default UserId target() {
        return userId();
    }

    /** Sent again with the same content it succeeds and records nothing. */
    record RegisterUser(
            UserId userId, Role role, PersonalText email, PersonalText displayName, AuthProvider authProvider)
            implements UserCommand {}

    record AssignRole(UserId userId, Role role, PersonalText reason, UserId by) implements UserCommand {}

    record SuspendUser(UserId userId, PersonalText reason, UserId by) implements UserCommand {}

    record ReinstateUser(UserId userId, PersonalText reason, UserId by) implements UserCommand {}

    /** Records that the person is forgotten; the key itself is deleted by the edge once this has succeeded. */
    record EraseUser(UserId userId, PersonalText reason, UserId by) implements UserCommand {}
}
