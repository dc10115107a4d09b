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
    AN_API_KEY_HAS_A_SCOPE(RuleKind.UNPROCESSABLE, "An API key has at least one scope."),
    A_PAYOUT_ADDRESS_IS_CONFIRMED_FIRST(
            RuleKind.FORBIDDEN,
            "Money goes only to the address that you have registered and signed for, once its cooling-off time is"
                    + " over."),
    A_PAYOUT_ADDRESS_IS_CHECKSUMMED(
            RuleKind.UNPROCESSABLE, "A payout address is registered with its EIP-55 checksum, as wallets show it."),
    A_PAYOUT_ADDRESS_IS_A_PERSONS(
            RuleKind.UNPROCESSABLE,
            "A payout address is neither the zero address, nor a token's contract, nor one of the platform's own."),
    A_CHALLENGE_IS_ASKED_FOR_FIRST(
            RuleKind.CONFLICT, "No text to sign was asked for this address, or it was signed already."),
    A_CHALLENGE_EXPIRES(RuleKind.CONFLICT, "The time to sign is over; register the address again."),
    THE_OWNER_SIGNS_FOR_A_PAYOUT_ADDRESS(
            RuleKind.FORBIDDEN,
            "This is not the address's own signature of the text. An account that is a contract cannot sign it."),
    ONLY_A_WAITING_ADDRESS_IS_WITHDRAWN(RuleKind.CONFLICT, "No changed payout address is cooling off.");

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
