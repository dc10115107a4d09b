package io.amanat.contract.escrow;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why a command about a payment or its escrow is refused. */
public enum EscrowRule implements Rule {
    NO_SUCH_PAYMENT(RuleKind.NOT_FOUND, "There is no such payment."),
    A_PAYMENT_IS_OPENED_ONCE(RuleKind.CONFLICT, "This payment was opened already, on other terms."),
    ONLY_THE_PAYER_CANCELS(RuleKind.FORBIDDEN, "Only the buyer who pays may cancel a payment."),
    ONLY_UNPAID_PAYMENTS_ARE_CANCELLED(
            RuleKind.CONFLICT, "A payment can be cancelled only while no money has been seen."),
    ONLY_OPEN_PAYMENTS_EXPIRE(RuleKind.CONFLICT, "Only a payment that is not yet funded can expire."),
    DETECTED_TRANSFERS_DECIDE_FIRST(
            RuleKind.CONFLICT, "Money was seen and is not yet confirmed; the payment expires after that is decided."),
    A_TRANSFER_GOES_TO_ITS_DESTINATION(
            RuleKind.UNPROCESSABLE, "This transfer was not made to this payment's destination on its chain."),
    ONLY_OTHER_PAYMENTS_ARE_VOUCHED_FOR(
            RuleKind.CONFLICT, "This payment is made on the chain, and only the chain says that it was made."),
    ONLY_OPEN_PAYMENTS_ARE_VOUCHED_FOR(RuleKind.CONFLICT, "This payment is funded, or at its end."),
    A_WORD_IS_ABOUT_EXACTLY_WHAT_IS_MISSING(
            RuleKind.UNPROCESSABLE, "What is confirmed by people is exactly what this payment still lacks."),
    A_PARTY_DOES_NOT_VOUCH_FOR_ITS_OWN_PAYMENT(
            RuleKind.FORBIDDEN, "A party of the trade neither confirms its payment nor approves that."),
    TWO_PEOPLE_VOUCH_FOR_A_PAYMENT(RuleKind.FORBIDDEN, "Who confirmed a payment does not decide on that."),
    ONE_WORD_AT_A_TIME(RuleKind.CONFLICT, "This payment is confirmed already and waits for a guard."),
    NO_SUCH_WORD(RuleKind.NOT_FOUND, "Nobody has confirmed this payment under this id, or somebody did since."),
    ONLY_A_WAITING_WORD_IS_DECIDED(RuleKind.CONFLICT, "A guard has decided on this already."),
    ONLY_DETECTED_TRANSFERS_ARE_CONFIRMED(RuleKind.CONFLICT, "This transfer was not detected, or was retracted."),
    ONLY_PARTIES_DISPUTE(RuleKind.FORBIDDEN, "Only buyer and seller of this trade may raise a dispute."),
    ONLY_FUNDED_ESCROW_CAN_BE_DISPUTED(
            RuleKind.CONFLICT, "A dispute is raised while the money is held: after funding, before release."),
    ONE_DISPUTE_AT_A_TIME(RuleKind.CONFLICT, "This escrow is under a dispute already."),
    ONLY_HELD_ESCROW_CAN_BE_FROZEN(RuleKind.CONFLICT, "Only money that is held and not on its way out can be frozen."),
    A_PARTY_DOES_NOT_FREEZE_ITS_OWN_ESCROW(
            RuleKind.FORBIDDEN, "A party of the trade neither freezes nor unfreezes its escrow."),
    ONLY_FROZEN_ESCROW_CAN_BE_UNFROZEN(
            RuleKind.CONFLICT, "A guard lifts only a freeze that a guard or a chain reorganisation made."),
    ONLY_FUNDED_ESCROW_CAN_BE_RELEASED(RuleKind.CONFLICT, "Only a funded escrow can be released."),
    FROZEN_ESCROW_DOES_NOT_MOVE(RuleKind.CONFLICT, "This escrow is frozen; nothing leaves it."),
    ONLY_RELEASABLE_ESCROW_IS_SETTLED(RuleKind.CONFLICT, "Only a releasable escrow is settled."),
    ONLY_DISPUTED_ESCROW_IS_RULED_ON(RuleKind.CONFLICT, "This escrow is not under this dispute."),
    A_SETTLEMENT_GIVES_OUT_EXACTLY_WHAT_IS_HELD(
            RuleKind.UNPROCESSABLE, "The parts of a settlement are, together, exactly what is held."),
    ONLY_INSTRUCTED_LEGS_SETTLE(RuleKind.CONFLICT, "This custody transfer is not a leg of this escrow's settlement."),
    AN_EXPOSED_PAYMENT_IS_NOT_PAID_OUT(
            RuleKind.CONFLICT,
            "The chain took back money of this payment that was paid out, or is on its way; nothing more is signed"
                    + " until that is made good."),
    NO_ACCOUNT_GOES_BELOW_ZERO(
            RuleKind.CONFLICT,
            "No account of the ledger but the outside world and the platform's exposure and losses goes below zero."),
    AN_EMPTY_ESCROW_STAYS_FROZEN(
            RuleKind.CONFLICT,
            "The chain took back all that this escrow held; it stays frozen until it is paid again."),
    A_WRITE_OFF_IS_EXACTLY_WHAT_IS_EXPOSED(
            RuleKind.UNPROCESSABLE,
            "What is written off is exactly what the chain took back of this payment and nobody has covered."),
    SEEN_MONEY_DECIDES_BEFORE_A_WRITE_OFF(
            RuleKind.CONFLICT, "Money was seen that may cover this; it is written off after that is decided."),
    A_PARTY_DOES_NOT_WRITE_OFF_ITS_OWN_TRADE(
            RuleKind.FORBIDDEN, "A party of the trade neither proposes a write-off nor decides on it."),
    TWO_PEOPLE_WRITE_OFF(RuleKind.FORBIDDEN, "Who proposed a write-off does not decide on it."),
    ONE_WRITE_OFF_AT_A_TIME(
            RuleKind.CONFLICT, "A write-off of this payment is proposed already and waits for a guard."),
    NO_SUCH_WRITE_OFF(RuleKind.NOT_FOUND, "Nobody has proposed this write-off, or somebody proposed another since."),
    ONLY_A_PROPOSED_WRITE_OFF_IS_DECIDED(RuleKind.CONFLICT, "A guard has decided on this write-off already."),
    NOTHING_IS_SET_ASIDE_OF_THIS_TRANSFER(
            RuleKind.NOT_FOUND, "Nothing of this transfer is set aside for the one who sent it."),
    THE_SENDER_SIGNS_FOR_A_RETURN(
            RuleKind.FORBIDDEN,
            "This is not signed by the account that the transfer came from, for this payment and address."),
    ONLY_THE_BUYER_CLAIMS_WITHOUT_A_SIGNATURE(
            RuleKind.FORBIDDEN, "Without the sender's signature only the buyer says where set-aside money goes."),
    A_RETURN_GOES_TO_A_REAL_ADDRESS(
            RuleKind.UNPROCESSABLE,
            "Money goes back neither to the zero address, nor to the token, nor to our own address."),
    A_RETURN_NEEDS_A_PROVEN_ADDRESS(RuleKind.CONFLICT, "Nobody has yet proven to which address this money goes back."),
    A_RETURN_GOES_WHERE_THE_GUARD_LOOKED(
            RuleKind.CONFLICT, "Another address was proven since; look at it before this money goes back."),
    A_RETURN_IS_INSTRUCTED_ONCE(RuleKind.CONFLICT, "This money is on its way back, or is back already."),
    A_PARTY_DOES_NOT_APPROVE_ITS_OWN_RETURN(
            RuleKind.FORBIDDEN, "A party of the trade does not approve that money goes back."),
    ONLY_INSTRUCTED_RETURNS_ARE_RECORDED(RuleKind.CONFLICT, "This custody transfer returns nothing of this payment.");

    private final RuleKind kind;
    private final String sentence;

    EscrowRule(RuleKind kind, String sentence) {
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
