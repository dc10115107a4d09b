package io.amanat.contract.identity;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why a command about an account is refused. */
public enum IdentityRule implements Rule {
    NO_SUCH_USER(RuleKind.NOT_FOUND, "There is no such user."),
    A_USER_REGISTERS_ONCE(RuleKind.CONFLICT, "This user is registered already, with other details."),
    PEOPLE_REGISTER_AS_BUYER_OR_SELLER(
            RuleKind.FORBIDDEN, "People register as buyer or seller; other roles are assigned by an admin."),
    ONLY_ACTIVE_USERS_CAN_BE_SUSPENDED(RuleKind.CONFLICT, "Only an active user can be suspended."),
    ONLY_SUSPENDED_USERS_CAN_BE_REINSTATED(RuleKind.CONFLICT, "Only a suspended user can be reinstated."),
    ERASED_USERS_STAY_ERASED(RuleKind.CONFLICT, "An erased user cannot be changed."),
    NOBODY_CHANGES_THEIR_OWN_STANDING(
            RuleKind.FORBIDDEN, "Nobody assigns a role to, suspends, reinstates or erases themselves."),
    NO_SUCH_API_KEY(RuleKind.NOT_FOUND, "There is no such API key."),
    AN_API_KEY_IS_ISSUED_ONCE(
            RuleKind.CONFLICT, "This API key was issued already, with other scopes or by somebody else."),
    AN_API_KEY_HAS_A_SCOPE(RuleKind.UNPROCESSABLE, "An API key has at least one scope.");

    private final RuleKind kind;
    private final String sentence;

    IdentityRule(RuleKind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public RuleKind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
