package io.amanat.query.marketplace;

import org.jspecify.annotations.Nullable;

/** Payment and escrow in words. */
final class MoneyWords {
    private MoneyWords() {}

    static @Nullable String of(String who, String kind, TimelineFacts facts) {
        return switch (kind) {
            case "payment.opened.v1" -> awaited(facts);
            case "payment.quoted.v1" ->
                facts.amount("There is a quote of ", "", "There is a quote")
                        + (facts.get("expiresAt").isEmpty() ? "" : " until " + facts.get("expiresAt")) + ".";
            case "payment.transfer-awaits-quote.v1" ->
                facts.amount("", " came after the quote had expired", "A transfer came after the quote had expired")
                        + facts.transaction() + "; it waits until the buyer asks for a new quote.";
            case "payment.transfer-detected.v1" ->
                facts.amount("", " arrived and awaits confirmation", "A transfer arrived and awaits confirmation")
                        + facts.transaction() + ".";
            case "payment.transfer-retracted.v1" ->
                facts.amount("The transfer of ", "", "A transfer") + " is no longer on the chain" + facts.transaction()
                        + ".";
            case "payment.funds-held.v1" -> held(facts);
            case "payment.excess-set-aside.v1" -> setAside(facts);
            case "payment.foreign-transfer-detected.v1" ->
                facts.amount(
                                "",
                                " arrived in a token that does not pay this price",
                                "A transfer in another token arrived")
                        + facts.transaction() + ".";
            case "payment.foreign-transfer-retracted.v1" ->
                facts.amount("The transfer of ", "", "A transfer") + " is no longer on the chain" + facts.transaction()
                        + ".";
            case "payment.off-chain-confirmed.v1" ->
                who + " confirmed that " + facts.amount("", "", "the price")
                        + " was paid outside of the chain; a guard has to agree.";
            case "payment.off-chain-approved.v1" ->
                who + " agreed that " + facts.amount("", "", "the price") + " was paid outside of the chain.";
            case "payment.off-chain-rejected.v1" -> who + " did not agree that this was paid outside of the chain.";
            case "payment.stray-observed.v1" -> stray(facts);
            case "payment.return-claimed.v1" ->
                "It was said where money that was set aside goes back to"
                        + ("sender_signature".equals(facts.get("proof"))
                                ? ", signed by the account that it came from."
                                : ", by the buyer.");
            case "payment.return-instructed.v1" ->
                who + " approved that " + facts.amount("", "", "money that was set aside") + " goes back.";
            case "payment.excess-returned.v1" ->
                facts.amount("", "", "Money that was set aside") + " went back to the one who paid it"
                        + facts.transaction() + ".";
            case "payment.credit-retracted.v1" ->
                facts.amount("The confirmed transfer of ", "", "A confirmed transfer") + " is no longer on the chain"
                        + facts.transaction() + ".";
            case "payment.exposure-covered.v1" ->
                facts.amount("", "", "A transfer") + " makes good money that the chain had taken back.";
            case "payment.write-off-proposed.v1" ->
                who + " proposed that the platform bears " + facts.amount("", "", "money")
                        + " that the chain has taken back; a guard has to agree.";
            case "payment.write-off-rejected.v1" -> who + " did not agree that the platform bears it.";
            case "payment.exposure-written-off.v1" ->
                "The platform bears " + facts.amount("", "", "money") + " that the chain has taken back.";
            case "payment.loss-recovered.v1" ->
                facts.amount("", "", "A transfer") + facts.transaction()
                        + " makes good money that the chain had taken back.";
            case "screening.transfer-screened.v1" ->
                facts.amount("", " is confirmed and held", "A transfer is confirmed and held")
                        + " until it has passed a safety check" + facts.transaction() + ".";
            case "screening.transfer-cleared.v1" ->
                facts.amount("", " has passed the safety check", "A transfer has passed the safety check")
                        + facts.transaction() + ".";
            case "screening.transfer-rejected.v1" ->
                facts.amount("", " has not passed the safety check", "A transfer has not passed the safety check")
                        + facts.transaction() + ".";
            case "payment.cancelled.v1" -> who + " cancelled the payment.";
            case "payment.expired.v1" ->
                "The time to pay is over"
                        + (facts.positive() ? facts.amount("; ", " goes back to the buyer.", ".") : ".");
            case "payment.completed.v1" -> "The payment is complete.";
            case "payment.refunded.v1" -> "The payment is refunded.";
            case "escrow.funded.v1" -> facts.amount("The escrow is funded: ", " is held.", "The escrow is funded.");
            case "escrow.dispute-raised.v1" -> disputed(who, facts.get("category"));
            case "escrow.frozen.v1" -> frozen(who, facts);
            case "escrow.unfrozen.v1" -> unfrozen(who, facts);
            case "escrow.releasable.v1" -> "The money may be paid out now.";
            default -> null;
        };
    }

    private static String awaited(TimelineFacts facts) {
        String address = facts.get("address");
        return facts.amount("A payment of ", "", "A payment") + (address.isEmpty() ? "" : " to the address " + address)
                + " is awaited.";
    }

    private static String held(TimelineFacts facts) {
        String total = facts.money("total");
        return facts.amount("", " is confirmed", "A transfer is confirmed")
                + (total == null ? "." : "; " + total + " is held now.");
    }

    private static String setAside(TimelineFacts facts) {
        String why = switch (facts.get("cause")) {
            case "overpaid" -> " came in beyond what is due";
            case "late" -> " came in too late";
            case "wrong_token" -> " came in in a token that does not pay this price";
            case "rejected" -> " has not passed the safety check";
            default -> " came in that this trade does not need";
        };
        return facts.amount("", why, "Money" + why) + facts.transaction() + " and is set aside for the payer.";
    }

    private static String stray(TimelineFacts facts) {
        String what = "native_coin".equals(facts.get("stray"))
                ? "The chain's own coin was sent"
                : "A token that is not taken here was sent";
        return what + " to the payment's address" + facts.transaction() + "; it pays nothing.";
    }

    private static String disputed(String who, String category) {
        return who + " raised a dispute" + (category.isEmpty() ? "" : ": " + category.replace('_', ' ')) + ".";
    }

    private static String frozen(String who, TimelineFacts facts) {
        String what = facts.positive() ? facts.amount("", "", "The money") : "The money";
        return switch (facts.get("cause")) {
            case "dispute" -> what + " is frozen until the dispute is decided.";
            case "guard" -> who + " froze the escrow.";
            case "reorg" -> what + " is frozen because the chain changed its past.";
            default -> what + " is frozen.";
        };
    }

    private static String unfrozen(String who, TimelineFacts facts) {
        return switch (facts.get("cause")) {
            case "dispute" -> "The dispute no longer freezes the money.";
            case "guard", "reorg" -> who + " lifted a freeze of the escrow.";
            default -> "The money is no longer frozen.";
        };
    }
}
