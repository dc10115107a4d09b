package io.amanat.domain.identity;

import io.amanat.contract.identity.AuthProvider;
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
import io.amanat.domain.AggregateScenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UserAccountTest {
    private static final UserId USER = new UserId(new UUID(1, 1));
    private static final UserId ADMIN = new UserId(new UUID(1, 2));
    private static final UserRegistered REGISTERED =
            new UserRegistered(USER, Role.BUYER, text("mail"), text("name"), AuthProvider.EMAIL);
    private static final UserSuspended SUSPENDED = new UserSuspended(USER, text("why"), ADMIN);
    private static final UserReinstated REINSTATED = new UserReinstated(USER, text("sorry"), ADMIN);
    private static final UserErased ERASED = new UserErased(USER, text("asked"), ADMIN);
    private static final SuspendUser SUSPEND = new SuspendUser(USER, text("why"), ADMIN);
    private static final ReinstateUser REINSTATE = new ReinstateUser(USER, text("sorry"), ADMIN);
    private static final EraseUser ERASE = new EraseUser(USER, text("asked"), ADMIN);

    @Test
    void givenNobody_whenRegistered_thenRegistered() {
        given().then(register(Role.BUYER, "mail"), REGISTERED);
        given().then(
                        register(Role.SELLER, "mail"),
                        new UserRegistered(USER, Role.SELLER, text("mail"), text("name"), AuthProvider.EMAIL));
    }

    @Test
    void givenNobody_whenRegisteredInAnotherRole_thenRefused() {
        for (Role role : List.of(Role.ADMIN, Role.RESOLVER, Role.GUARD)) {
            given().refuses(register(role, "mail"), IdentityRule.PEOPLE_REGISTER_AS_BUYER_OR_SELLER);
        }
    }

    @Test
    void givenUser_whenRegisteredAgain_thenNothingUnlessOtherwise() {
        given(REGISTERED).repeats(register(Role.BUYER, "mail"));
        given(REGISTERED).repeats(register(Role.BUYER, "sealed-anew"));
        given(REGISTERED, assigned(Role.GUARD)).repeats(register(Role.BUYER, "mail"));
        given(REGISTERED).refuses(register(Role.SELLER, "mail"), IdentityRule.A_USER_REGISTERS_ONCE);
        given(REGISTERED)
                .refuses(
                        new RegisterUser(USER, Role.BUYER, text("mail"), text("name"), AuthProvider.GOOGLE),
                        IdentityRule.A_USER_REGISTERS_ONCE);
        given(REGISTERED, ERASED).refuses(register(Role.BUYER, "mail"), IdentityRule.ERASED_USERS_STAY_ERASED);
    }

    @Test
    void givenUser_whenRoleAssigned_thenAssignedOnce() {
        given(REGISTERED).then(assign(Role.RESOLVER, ADMIN), assigned(Role.RESOLVER));
        given(REGISTERED, assigned(Role.RESOLVER)).repeats(assign(Role.RESOLVER, ADMIN));
        given(REGISTERED).repeats(assign(Role.BUYER, ADMIN));
    }

    @Test
    void givenUser_whenSuspendedAndReinstated_thenSo() {
        given(REGISTERED).then(SUSPEND, SUSPENDED);
        given(REGISTERED, SUSPENDED).then(REINSTATE, REINSTATED);
        given(REGISTERED, SUSPENDED, REINSTATED).then(SUSPEND, SUSPENDED);
        given(REGISTERED, SUSPENDED).repeats(SUSPEND);
        given(REGISTERED, SUSPENDED, REINSTATED).repeats(REINSTATE);
    }

    @Test
    void givenSuspendedUser_whenSuspendedForAnotherReasonOrByAnother_thenRefused() {
        var rule = IdentityRule.ONLY_ACTIVE_USERS_CAN_BE_SUSPENDED;
        given(REGISTERED, SUSPENDED).refuses(new SuspendUser(USER, text("else"), ADMIN), rule);
        given(REGISTERED, SUSPENDED).refuses(new SuspendUser(USER, text("why"), new UserId(new UUID(1, 3))), rule);
    }

    @Test
    void givenActiveUser_whenReinstated_thenRefused() {
        given(REGISTERED).refuses(REINSTATE, IdentityRule.ONLY_SUSPENDED_USERS_CAN_BE_REINSTATED);
    }

    @Test
    void givenUser_whenErased_thenErasedAndAgainNothing() {
        given(REGISTERED).then(ERASE, ERASED);
        given(REGISTERED, SUSPENDED).then(ERASE, ERASED);
        given(REGISTERED, ERASED).repeats(ERASE);
        given(REGISTERED, ERASED).repeats(new EraseUser(USER, text("sealed-anew"), ADMIN));
    }

    @Test
    void givenErasedUser_whenChanged_thenRefused() {
        var rule = IdentityRule.ERASED_USERS_STAY_ERASED;
        given(REGISTERED, ERASED).refuses(assign(Role.SELLER, ADMIN), rule);
        given(REGISTERED, ERASED).refuses(SUSPEND, rule);
        given(REGISTERED, SUSPENDED, ERASED).refuses(REINSTATE, rule);
    }

    @Test
    void givenUser_whenTheyChangeTheirOwnStanding_thenRefused() {
        var rule = IdentityRule.NOBODY_CHANGES_THEIR_OWN_STANDING;
        given(REGISTERED).refuses(assign(Role.ADMIN, USER), rule);
        given(REGISTERED).refuses(new SuspendUser(USER, text("why"), USER), rule);
        given(REGISTERED, SUSPENDED).refuses(new ReinstateUser(USER, text("why"), USER), rule);
        given(REGISTERED).refuses(new EraseUser(USER, text("why"), USER), rule);
    }

    private static AggregateScenario<UserAccount>.When given(UserEvent... past) {
        return new AggregateScenario<>(UserAccount.class).given(List.of(past));
    }

    private static RegisterUser register(Role role, String email) {
        return new RegisterUser(USER, role, text(email), text("name"), AuthProvider.EMAIL);
    }

    private static AssignRole assign(Role role, UserId by) {
        return new AssignRole(USER, role, text("reason"), by);
    }

    private static UserRoleAssigned assigned(Role role) {
        return new UserRoleAssigned(USER, role, text("reason"), ADMIN);
    }

    private static PersonalText text(String ciphertext) {
        return PersonalText.of(USER, ciphertext);
    }
}
