package io.amanat.contract.custody;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why a command about a destination or a custody transfer is refused. */
public enum CustodyRule implements Rule {
    NO_SUCH_DESTINATION(RuleKind.NOT_FOUND, "There is no such destination."),
    NO_SUCH_TRANSFER(RuleKind.NOT_FOUND, "There is no such custody transfer."),
    NO_SUCH_PARKED_STEP(RuleKind.NOT_FOUND, "There is no such parked step, or it was taken since."),
    A_DESTINATION_BELONGS_TO_ONE_PAYMENT(RuleKind.CONFLICT, "This destination was made for another payment."),
    ONLY_LIVE_DESTINATIONS_ARE_QUARANTINED(RuleKind.CONFLICT, "This destination is in quarantine already."),
    A_TRANSFER_IS_INSTRUCTED_ONCE(RuleKind.CONFLICT, "This custody transfer was instructed already, otherwise."),
    MONEY_GOES_TO_A_REAL_ADDRESS(
            RuleKind.UNPROCESSABLE, "Money goes neither to the zero address nor to the token itself."),
    MONEY_NEVER_COMES_BACK_TO_US(
            RuleKind.UNPROCESSABLE,
            "Money is paid out neither to one of the platform's own addresses nor to a token's contract."),
    A_TRANSFER_MOVES_MONEY(RuleKind.UNPROCESSABLE, "A custody transfer moves more than zero."),
    ONLY_WAITING_TRANSFERS_ARE_APPROVED(
            RuleKind.CONFLICT, "Only a custody transfer that waits for a guard can be approved."),
    TWO_APPROVALS_COME_FROM_TWO_PEOPLE(
            RuleKind.FORBIDDEN, "The second approval of a custody transfer is given by somebody else than the first."),
    ONLY_UNSIGNED_TRANSFERS_ARE_HELD(RuleKind.CONFLICT, "A custody transfer can be held only before it is signed."),
    A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE(
            RuleKind.FORBIDDEN,
            "A party of the trade neither approves, holds, retries, redirects nor accepts its transfers."),
    ONLY_FAILED_TRANSFERS_ARE_RETRIED(RuleKind.CONFLICT, "Only a failed custody transfer can be retried."),
    ONLY_FAILED_TRANSFERS_ARE_REDIRECTED(
            RuleKind.CONFLICT, "Only a failed custody transfer can be paid to another address."),
    ONLY_LEGS_OF_A_SETTLEMENT_ARE_REDIRECTED(
            RuleKind.CONFLICT,
            "Money that was set aside goes back to the address that was proven for it, and to no other."),
    WHAT_HAS_MOVED_IS_NOT_SENT_AGAIN(
            RuleKind.CONFLICT,
            "This custody transfer moved money, if not as instructed; sent again it would be paid twice."),
    ONLY_WHAT_MOVED_OTHERWISE_IS_ACCEPTED(
            RuleKind.CONFLICT, "Only a custody transfer that moved something else than was instructed is accepted."),
    ONLY_APPROVED_TRANSFERS_ARE_SIGNED(
            RuleKind.CONFLICT, "Only an approved custody transfer is signed, once per attempt."),
    A_REPLACEMENT_HAS_THE_SAME_NONCE(
            RuleKind.CONFLICT, "A transaction is replaced only by one of the same account, chain and nonce."),
    A_TRANSFER_MOVES_FORWARD(RuleKind.CONFLICT, "This custody transfer is not at the step that this would follow.");

    private final RuleKind kind;
    private final String sentence;

    CustodyRule(RuleKind kind, String sentence) {
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
