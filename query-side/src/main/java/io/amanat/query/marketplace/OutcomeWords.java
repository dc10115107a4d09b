package io.amanat.query.marketplace;

import org.jspecify.annotations.Nullable;

/** Disputes, settlements and payouts in words. */
final class OutcomeWords {
    private OutcomeWords() {}

    static @Nullable String of(String who, String kind, TimelineFacts facts) {
        return switch (kind) {
            case "dispute.opened.v1" -> "The dispute is open; the other side may answer.";
            case "dispute.evidence-added.v1" -> who + " added evidence to the dispute.";
            case "dispute.timeline-entry-added.v1" -> who + " added a note to the dispute.";
            case "dispute.response-received.v1" -> "The other side has answered; a resolver decides.";
            case "dispute.response-lapsed.v1" -> "The other side did not answer in time.";
            case "dispute.resolved.v1" -> "The dispute is decided: " + ruling(facts) + ".";
            case "settlement.instructed.v1" -> settlement(facts.get("cause"));
            case "settlement.funds-released.v1" ->
                facts.amount("", " was paid to the seller", "The seller was paid") + facts.transaction() + ".";
            case "settlement.funds-refunded.v1" ->
                facts.amount("", " went back to the buyer", "Money went back to the buyer") + facts.transaction() + ".";
            case "settlement.platform-fee-taken.v1" ->
                facts.amount("The platform's fee of ", " was taken.", "The platform's fee was taken.");
            case "custody-transfer.instructed.v1" ->
                transfer(facts) + " is on its way" + (facts.is("guardRequired") ? "; a guard has to approve it." : ".");
            case "custody-transfer.first-approved.v1" -> "A guard approved a transfer; a second one has to.";
            case "custody-transfer.approved.v1" -> "A transfer is approved.";
            case "custody-transfer.held.v1" -> who + " held a transfer back.";
            case "custody-transfer.signed.v1" -> "A transfer is signed.";
            case "custody-transfer.replaced.v1" ->
                "A transfer's transaction was replaced by another one with the same number" + facts.transaction() + ".";
            case "custody-transfer.broadcast.v1" -> "A transfer was sent to the chain" + facts.transaction() + ".";
            case "custody-transfer.mined.v1" -> "A transfer is in a block.";
            case "custody-transfer.accepted.v1" ->
                who + " took a transfer for done that moved another amount than was instructed.";
            case "custody-transfer.redirected.v1" ->
                who + " had a transfer that failed paid to another address of its recipient.";
            case "custody-transfer.finalised.v1" -> "A transfer is final" + facts.transaction() + ".";
            case "custody-transfer.failed.v1" -> "A transfer failed; it can be tried again.";
            default -> null;
        };
    }

    private static String ruling(TimelineFacts facts) {
        return switch (facts.get("ruling")) {
            case "refund" -> "the buyer gets the money back";
            case "replacement" -> "the seller delivers a replacement";
            case "compensation" -> compensation(facts.money("toBuyer"), facts.money("toSeller"));
            case "no_action" -> "the seller is paid as agreed";
            default -> "a ruling was made";
        };
    }

    private static String compensation(@Nullable String toBuyer, @Nullable String toSeller) {
        return toBuyer == null || toSeller == null
                ? "the money is split"
                : toBuyer + " goes to the buyer, " + toSeller + " to the seller";
    }

    private static String settlement(String cause) {
        return switch (cause) {
            case "completion" -> "The payout to the seller is ordered.";
            case "ruling" -> "The payout that was ruled is ordered.";
            case "payment_window_lapsed" -> "What came in is to go back to the buyer.";
            default -> "The payout is ordered.";
        };
    }

    private static String transfer(TimelineFacts facts) {
        String what = "refund".equals(facts.get("transferKind")) ? "The refund" : "The transfer";
        return facts.amount(what + " of ", "", what);
    }
}
