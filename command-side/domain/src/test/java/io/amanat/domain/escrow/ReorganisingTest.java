package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;
import static io.amanat.domain.escrow.PaymentScenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.EscrowEvent.EscrowFrozen;
import io.amanat.contract.escrow.EscrowEvent.EscrowUnfrozen;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PayInEvent.ExcessSetAside;
import io.amanat.contract.escrow.PayInEvent.FundsHeld;
import io.amanat.contract.escrow.PayInEvent.TransferDetected;
import io.amanat.contract.escrow.PaymentCommand.AllowPayout;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.ReorgEvent.CreditRetracted;
import io.amanat.contract.escrow.ReorgEvent.ExposureCovered;
import io.amanat.contract.escrow.TransferKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chain takes back what was credited. */
class ReorganisingTest {
    private static final String ANOTHER_BLOCK = hash(701);
    private static final EscrowFrozen MARK = frozen("0", FreezeCause.REORG);

    private static CreditRetracted retracted(
            int n, String amount, String escrow, String disputed, String aside, String exposed, String total) {
        return new CreditRetracted(
                PAYMENT,
                key(n),
                usdt(amount),
                usdt(escrow),
                usdt(disputed),
                usdt(aside),
                usdt(exposed),
                usdt(total),
                hash(700));
    }

    private static EscrowFrozen frozen(String amount, FreezeCause... standing) {
        return new EscrowFrozen(PAYMENT, FreezeCause.REORG, usdt(amount), null, null, List.of(standing));
    }

    private static ObservedTransfer moved(int n, String amount) {
        return transfer(n, usdt(amount), ANOTHER_BLOCK);
    }

    @Test
    void givenFunded_whenItsBlockLeavesTheChain_thenTakenBackAndFrozen_onceOnly() {
        PaymentScenario payment = given(funded())
                .then(retract(1), retracted(1, "100", "100", "0", "0", "0", "0"), MARK)
                .ignores(retract(1))
                .refuses(unfreeze(GUARD), EscrowRule.AN_EMPTY_ESCROW_STAYS_FROZEN);

        assertThat(payment.state().held()).isEqualTo(usdt("0"));
        assertThat(payment.state().balances().exposed()).isEqualTo(usdt("0"));
        assertThat(payment.state().escrow()).isEqualTo(EscrowState.FUNDED);
    }

    @Test
    void givenTakenBack_whenMinedAgainInAnotherBlock_thenHeldOnce_andAGuardLetsGo() {
        PaymentScenario payment = given(funded(releasable(), retract(1)))
                .then(new ObserveTransfer(PAYMENT, moved(1, "100")), new TransferDetected(PAYMENT, moved(1, "100")))
                .then(confirm(1), new FundsHeld(PAYMENT, key(1), usdt("100"), usdt("100")))
                .ignores(retract(1))
                .ignores(confirm(1))
                .refuses(settle(), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE)
                .then(
                        unfreeze(GUARD),
                        new EscrowUnfrozen(PAYMENT, FreezeCause.REORG, usdt("0"), null, REASON, List.of()));

        assertThat(payment.balance(LedgerAccount.ESCROW)).isEqualTo("100.00");
    }

    @Test
    void givenFunded_whenSeenInAnotherBlockBeforeItIsTakenBack_evenAtAnotherPlace_thenItCountsOnce() {
        ObservedTransfer elsewhere = new ObservedTransfer(
                new TransferKey(CHAIN, key(1).txHash(), 77), SENDER, DESTINATION, usdt("100"), 8, ANOTHER_BLOCK);
        given(funded())
                .then(
                        new ObserveTransfer(PAYMENT, elsewhere),
                        retracted(1, "100", "100", "0", "0", "0", "0"),
                        MARK,
                        new TransferDetected(PAYMENT, elsewhere))
                .ignores(retract(1))
                .then(
                        new ConfirmTransfer(PAYMENT, elsewhere.key(), 12),
                        new FundsHeld(PAYMENT, elsewhere.key(), usdt("100"), usdt("100")));
    }

    @Test
    void givenTwoTransfers_whenOneLeavesTheChain_thenTheOtherStaysAndIsFrozen_untilAGuardLetsGo() {
        given(open(), observe(1, "60"), confirm(1), observe(2, "40"), confirm(2))
                .then(retract(2), retracted(2, "40", "40", "0", "0", "0", "60"), frozen("60", FreezeCause.REORG))
                .then(
                        unfreeze(GUARD),
                        new EscrowUnfrozen(PAYMENT, FreezeCause.REORG, usdt("60"), null, REASON, List.of()));
    }

    @Test
    void givenFrozenByAGuard_whenItsBlockLeavesTheChain_thenTakenOutOfWhatIsFrozen() {
        given(funded(freeze(GUARD)))
                .then(
                        retract(1),
                        retracted(1, "100", "0", "100", "0", "0", "0"),
                        frozen("0", FreezeCause.GUARD, FreezeCause.REORG));
    }

    @Test
    void givenADispute_whenMinedAgain_thenWhatWasLostIsFilledAgain_andMoreIsSetAside() {
        PaymentScenario payment = given(funded(dispute(BUYER, DISPUTE)))
                .then(
                        retract(1),
                        retracted(1, "100", "0", "100", "0", "0", "0"),
                        frozen("0", FreezeCause.DISPUTE, FreezeCause.REORG))
                .refuses(ruled(Ruling.of(RulingKind.REFUND)), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE)
                .then(new ObserveTransfer(PAYMENT, moved(1, "100")), new TransferDetected(PAYMENT, moved(1, "100")))
                .then(confirm(1), new FundsHeld(PAYMENT, key(1), usdt("100"), usdt("100")))
                .then(observe(2, "1"), new TransferDetected(PAYMENT, transfer(2, "1")));

        payment.then(confirm(2), new ExcessSetAside(PAYMENT, key(2), usdt("1"), ExcessCause.LATE));
    }

    @Test
    void givenOnItsWayOut_whenItsBlockLeavesTheChain_thenTheLossIsBooked_andThePayoutGoesOn() {
        PaymentScenario payment = given(funded(releasable(), settle()))
                .then(retract(1), retracted(1, "100", "0", "0", "0", "100", "100"), MARK)
                .ignores(retract(1));

        payment.refuses(new AllowPayout(PAYMENT), EscrowRule.AN_EXPOSED_PAYMENT_IS_NOT_PAID_OUT);
        assertThat(payment.balance(LedgerAccount.ESCROW)).isEqualTo("100.00");
        assertThat(payment.state().balances().exposed()).isEqualTo(usdt("100"));
        assertThat(given(funded(releasable(), settle(), retract(1), settled(RELEASE)))
                        .balance(LedgerAccount.SELLER))
                .isEqualTo("97.50");
    }

    @Test
    void givenReleased_whenItsBlockLeavesTheChain_thenTheLossIsBooked_andWhatComesBackCoversItFirst() {
        PaymentScenario payment = given(funded(releasable(), settle(), settled(RELEASE)))
                .then(retract(1), retracted(1, "100", "0", "0", "0", "100", "0"), MARK)
                .then(new ObserveTransfer(PAYMENT, moved(1, "100")), new TransferDetected(PAYMENT, moved(1, "100")))
                .refuses(new AllowPayout(PAYMENT), EscrowRule.AN_EXPOSED_PAYMENT_IS_NOT_PAID_OUT)
                .then(confirm(1), new ExposureCovered(PAYMENT, key(1), usdt("100"), usdt("0")))
                .ignores(new AllowPayout(PAYMENT))
                .then(observe(2, "100"), new TransferDetected(PAYMENT, transfer(2, "100")))
                .then(confirm(2), new ExcessSetAside(PAYMENT, key(2), usdt("100"), ExcessCause.LATE));

        assertThat(payment.state().balances().exposed()).isEqualTo(usdt("0"));
        assertThat(payment.balance(LedgerAccount.SELLER)).isEqualTo("97.50");
    }

    @Test
    void givenLateMoneySetAside_whenItLeavesTheChain_thenItIsOwedNoMore_andNothingIsFrozen() {
        PaymentScenario payment = given(funded(observe(2, "5"), confirm(2)))
                .then(retract(2), retracted(2, "5", "0", "0", "5", "0", "100"));

        assertThat(payment.balance(LedgerAccount.UNALLOCATED)).isEqualTo("0.00");
        assertThat(payment.state().freezes().any()).isFalse();
    }

    @Test
    void givenPartlyPaidAndTakenBack_whenTheBuyerCancels_thenRefusedForMoneyWasSeen() {
        given(open(), observe(1, "40"), confirm(1), retract(1), observe(2, "1"), retract(2))
                .refuses(cancel(BUYER), EscrowRule.ONLY_UNPAID_PAYMENTS_ARE_CANCELLED);
    }
}
