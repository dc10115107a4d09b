package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;
import static io.amanat.domain.escrow.PaymentScenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.EscrowEvent.EscrowReleasable;
import io.amanat.contract.escrow.EscrowEvent.EscrowUnfrozen;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ApplyRuling;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.SettlementCause;
import io.amanat.contract.escrow.SettlementEvent.FundsRefunded;
import io.amanat.contract.escrow.SettlementEvent.FundsReleased;
import io.amanat.contract.escrow.SettlementEvent.PaymentCompleted;
import io.amanat.contract.escrow.SettlementEvent.PaymentRefunded;
import io.amanat.contract.escrow.SettlementEvent.PlatformFeeTaken;
import io.amanat.contract.escrow.SettlementEvent.SettlementInstructed;
import io.amanat.contract.escrow.SettlementLeg;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjudicatingTest {
    private static final EscrowReleasable RELEASABLE = new EscrowReleasable(PAYMENT, REQUEST);
    private static final PaymentCommand REFUNDED = ruled(Ruling.of(RulingKind.REFUND));
    private static final PaymentCommand NO_ACTION = ruled(Ruling.of(RulingKind.NO_ACTION));
    private static final PaymentCommand REPLACED = ruled(Ruling.of(RulingKind.REPLACEMENT));

    private static EscrowUnfrozen over(String amount, FreezeCause... standing) {
        return new EscrowUnfrozen(PAYMENT, FreezeCause.DISPUTE, usdt(amount), DISPUTE, null, List.of(standing));
    }

    private static SettlementInstructed ruling(String fee, SettlementLeg... legs) {
        return new SettlementInstructed(
                PAYMENT, REQUEST, BUYER, SELLER, SettlementCause.RULING, List.of(legs), usdt(fee));
    }

    private static SettlementLeg toBuyer(String amount) {
        return new SettlementLeg(REFUND, TransferKind.REFUND, BUYER, REFUND_ADDRESS, usdt(amount));
    }

    private static SettlementLeg toSeller(String amount) {
        return new SettlementLeg(RELEASE, TransferKind.RELEASE, SELLER, PAYOUT_ADDRESS, usdt(amount));
    }

    private static PaymentCommand split(String toBuyer, String toSeller) {
        return ruled(Ruling.compensation(usdt(toBuyer), usdt(toSeller)));
    }

    private static PaymentScenario disputed(PaymentCommand... then) {
        PaymentCommand[] all = new PaymentCommand[then.length + 1];
        all[0] = dispute(BUYER, DISPUTE);
        System.arraycopy(then, 0, all, 1, then.length);
        return given(funded(all));
    }

    @Test
    void givenDispute_whenRefunded_thenAllOfItGoesBackWithoutAFee() {
        PaymentScenario payment = disputed()
                .then(REFUNDED, over("100"), ruling("0", toBuyer("100")))
                .ignores(REFUNDED)
                .then(
                        settled(REFUND),
                        new FundsRefunded(PAYMENT, REFUND, usdt("100"), TX),
                        new PaymentRefunded(PAYMENT, REQUEST))
                .ignores(REFUNDED);

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payment.state().escrow()).isEqualTo(EscrowState.REFUNDED);
        assertThat(payment.state().held().positive()).isFalse();
    }

    @Test
    void givenDispute_whenCompensated_thenBothAreLegs_andTheFeeIsOfTheSellersPart() {
        PaymentScenario payment = disputed()
                .then(split("30", "70"), over("100"), ruling("1.75", toBuyer("30"), toSeller("68.25")))
                .ignores(split("30", "70"))
                .then(
                        settled(RELEASE),
                        new FundsReleased(PAYMENT, RELEASE, usdt("68.25"), TX),
                        new PlatformFeeTaken(PAYMENT, usdt("1.75")));
        assertThat(payment.state().escrow()).isEqualTo(EscrowState.RELEASING);

        payment.then(
                settled(REFUND),
                new FundsRefunded(PAYMENT, REFUND, usdt("30"), TX),
                new PaymentCompleted(PAYMENT, REQUEST));
        assertThat(payment.balance(LedgerAccount.BUYER)).isEqualTo("30.00");
        assertThat(payment.state().held().positive()).isFalse();
    }

    @Test
    void givenDispute_whenPartsAreNotWhatIsHeld_thenRefused() {
        EscrowRule rule = EscrowRule.A_SETTLEMENT_GIVES_OUT_EXACTLY_WHAT_IS_HELD;
        disputed()
                .refuses(split("30", "70.000001"), rule)
                .refuses(split("30", "69.999999"), rule)
                .refuses(split("100", "100"), rule);
    }

    @Test
    void givenDispute_whenAPartIsZero_thenNobodyIsSentZero() {
        disputed().then(split("100", "0"), over("100"), ruling("0", toBuyer("100")));
    }

    @Test
    void givenDispute_whenNoActionIsTaken_thenReleasable() {
        disputed().then(NO_ACTION, over("100"), RELEASABLE).ignores(NO_ACTION);
    }

    @Test
    void givenReleasableBeforeTheDispute_whenItEnds_thenFundedAgainUntilTheRulingSaysOtherwise() {
        given(funded(releasable(), dispute(BUYER, DISPUTE))).then(NO_ACTION, over("100"), RELEASABLE);
        PaymentScenario replaced =
                given(funded(releasable(), dispute(BUYER, DISPUTE))).then(REPLACED, over("100"));

        assertThat(replaced.state().escrow()).isEqualTo(EscrowState.FUNDED);
        replaced.refuses(settle(), EscrowRule.ONLY_RELEASABLE_ESCROW_IS_SETTLED);
    }

    @Test
    void givenDispute_whenReplaced_thenFundedAsBefore_onceOnly() {
        disputed().then(REPLACED, over("100")).ignores(REPLACED);
    }

    @Test
    void givenNoSuchDispute_whenRuledOn_thenRefused() {
        EscrowRule rule = EscrowRule.ONLY_DISPUTED_ESCROW_IS_RULED_ON;
        given(funded()).refuses(REFUNDED, rule);
        given(funded(freeze(GUARD))).refuses(REFUNDED, rule);
        disputed()
                .refuses(
                        new ApplyRuling(PAYMENT, ANOTHER_DISPUTE, Ruling.of(RulingKind.REFUND), RELEASE, REFUND), rule);
    }

    @Test
    void givenAGuardsFreezeToo_whenTheRulingPaysOut_thenItWaitsForTheGuard() {
        disputed(freeze(GUARD))
                .refuses(REFUNDED, EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE)
                .refuses(split("30", "70"), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);
        disputed(retract(1)).refuses(REFUNDED, EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);
        disputed(freeze(GUARD), unfreeze(GUARD)).then(REFUNDED, over("100"), ruling("0", toBuyer("100")));
    }

    @Test
    void givenAGuardsFreezeToo_whenTheRulingPaysNothingOut_thenOnlyTheDisputeEnds() {
        PaymentScenario payment = disputed(freeze(GUARD))
                .then(NO_ACTION, over("0", FreezeCause.GUARD), RELEASABLE)
                .refuses(settle(), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);
        assertThat(payment.balance(LedgerAccount.DISPUTED)).isEqualTo("100.00");

        PaymentScenario replaced = disputed(freeze(GUARD)).then(REPLACED, over("0", FreezeCause.GUARD));
        assertThat(replaced.balance(LedgerAccount.DISPUTED)).isEqualTo("100.00");
    }
}
