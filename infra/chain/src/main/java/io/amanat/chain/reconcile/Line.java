package io.amanat.chain.reconcile;

import io.amanat.contract.WireEnum;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what the books say and what is there. What agrees has no line.
 *
 * @param account of ours on the chain, or absent where it is about the books alone
 * @param token the contract, in lower case; absent for the native coin
 * @param expected by the books, in the smallest unit
 * @param actual in the smallest unit
 * @param sentence the explanation, or what nobody can explain
 * @param evidence what to look at: ids of ledger entries and transfers, hashes of transactions
 */
record Line(
        Kind kind,
        boolean alarm,
        @Nullable String account,
        @Nullable UUID paymentId,
        @Nullable String token,
        BigInteger expected,
        BigInteger actual,
        String sentence,
        List<String> evidence) {

    Line {
        evidence = List.copyOf(evidence);
    }

    /** What the difference is about. */
    enum Kind implements WireEnum {
        /** Coins on a deposit address against what was seen to arrive there and to leave it. */
        DESTINATION_BALANCE,
        /** Transfers that count in the ledger against transfers that were seen. */
        LEDGER_PAID_IN,
        /** What the ledger holds for a payment against what the payment says that it holds. */
        LEDGER_HELD,
        /** What the ledger paid out against custody transfers that are final on the chain. */
        LEDGER_PAID_OUT,
        /** A custody transfer as it was instructed against the transaction that was made of it. */
        PAYOUT_INSTRUCTION,
        /** Coins on a hot account against what was there, arrived and was paid out. */
        HOT_ACCOUNT_BALANCE,
        /** What the chain took back after it was paid out or promised. */
        LOSS,
        /** The native coin of a hot account: fees are paid from it. */
        GAS,
        /** All coins of a token against all that is owed in it. */
        RESERVE
    }

    static Line explained(
            Kind kind, Subject about, BigInteger expected, BigInteger actual, String sentence, String... evidence) {
        return new Line(
                kind,
                false,
                about.account(),
                about.paymentId(),
                about.token(),
                expected,
                actual,
                sentence,
                List.of(evidence));
    }

    static Line unexplained(
            Kind kind, Subject about, BigInteger expected, BigInteger actual, String sentence, List<String> evidence) {
        return new Line(
                kind, true, about.account(), about.paymentId(), about.token(), expected, actual, sentence, evidence);
    }

    /** The same, found to be a matter of time. */
    Line excused(String why) {
        return new Line(kind, false, account, paymentId, token, expected, actual, sentence + " " + why, evidence);
    }

    Line with(List<String> moreEvidence) {
        return new Line(kind, alarm, account, paymentId, token, expected, actual, sentence, moreEvidence);
    }

    BigInteger difference() {
        return actual.subtract(expected);
    }

    /** Whom a line is about. */
    record Subject(
            @Nullable String account,
            @Nullable UUID paymentId,
            @Nullable String token) {}
}
