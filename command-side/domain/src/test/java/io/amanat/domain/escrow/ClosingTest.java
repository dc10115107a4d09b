package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;
import static io.amanat.domain.escrow.PaymentScenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PayInEvent.PaymentCancelled;
import io.amanat.contract.escrow.PayInEvent.PaymentExpired;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.SettlementCause;
import io.amanat.contract.escrow.SettlementEvent.FundsRefunded;
import io.amanat.contract.escrow.SettlementEvent.PaymentRefunded;
import io.amanat.contract.escrow.SettlementEvent.SettlementInstructed;
import io.amanat.contract.escrow.SettlementLeg;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final SettlementInstructed BACK = new SettlementInstructed(
            PAYMENT,
            REQUEST,
            BUYER,
            SELLER,
            SettlementCause.PAYMENT_WINDOW_LAPSED,
            List.of(new SettlementLeg(REFUND, TransferKind.REFUND, BUYER, REFUND_ADDRESS, usdt("40"))),
            usdt("0"));

    @Test
    void givenUnpaid_whenBuyerCancels_thenCancelled_onceOnly() {
        PaymentScenario payment = given(open())
                .then(cancel(BUYER), new PaymentCancelled(PAYMENT, REQUEST, BUYER))
                .ignores(cancel(BUYER));

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(payment.state().escrow()).isEqualTo(EscrowState.CANCELLED);
    }

    @Test
    void givenUnpaid_whenSomebodyElseCancels_thenRefused() {
        given(open())
                .refuses(cancel(SELLER), EscrowRule.ONLY_THE_PAYER_CANCELS)
                .refuses(cancel(STRANGER), EscrowRule.ONLY_THE_PAYER_CANCELS);
        given(open(), cancel(BUYER)).refuses(cancel(SELLER), EscrowRule.ONLY_THE_PAYER_CANCELS);
    }

    @Test
    void givenMoneySeen_whenBuyerCancels_thenRefused() {
        given(open(), observe(1, "1")).refuses(cancel(BUYER), EscrowRule.ONLY_UNPAID_PAYMENTS_ARE_CANCELLED);
        given(open(), observe(1, "1"), confirm(1))
                .refuses(cancel(BUYER), EscrowRule.ONLY_UNPAID_PAYMENTS_ARE_CANCELLED);
        given(funded()).refuses(cancel(BUYER), EscrowRule.ONLY_UNPAID_PAYMENTS_ARE_CANCELLED);
        given(open(), expire()).refuses(cancel(BUYER), EscrowRule.ONLY_UNPAID_PAYMENTS_ARE_CANCELLED);
    }

    @Test
    void givenUnpaid_whenTheWindowLapses_thenFailed_onceOnly() {
        PaymentScenario payment = given(open())
                .then(expire(), new PaymentExpired(PAYMENT, REQUEST, usdt("0")))
                .ignores(expire());

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(payment.state().escrow()).isEqualTo(EscrowState.FAILED);
    }

    @Test
    void givenPartlyPaid_whenTheWindowLapses_thenAllOfItGoesBack() {
        PaymentScenario payment = given(open(), observe(1, "40"), confirm(1))
                .then(expire(), new PaymentExpired(PAYMENT, REQUEST, usdt("40")), BACK)
                .ignores(expire());
        assertThat(payment.state().escrow()).isEqualTo(EscrowState.RELEASING);
        assertThat(payment.state().status()).isEqualTo(PaymentStatus.FAILED);

        payment.then(
                        settled(REFUND),
                        new FundsRefunded(PAYMENT, REFUND, usdt("40"), TX),
                        new PaymentRefunded(PAYMENT, REQUEST))
                .ignores(settled(REFUND))
                .ignores(expire());
        assertThat(payment.state().status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(payment.state().escrow()).isEqualTo(EscrowState.REFUNDED);
        assertThat(payment.balance(LedgerAccount.BUYER)).isEqualTo("40.00");
        assertThat(payment.state().held().positive()).isFalse();
    }

    @Test
    void givenUndecidedMoney_whenTheWindowLapses_thenThatIsDecidedFirst() {
        given(open(), observe(1, "100")).refuses(expire(), EscrowRule.DETECTED_TRANSFERS_DECIDE_FIRST);
        given(open(), observe(1, "40"), confirm(1), observe(2, "60"))
                .refuses(expire(), EscrowRule.DETECTED_TRANSFERS_DECIDE_FIRST);
        given(open(), observe(1, "100"), retract(1)).then(expire(), new PaymentExpired(PAYMENT, REQUEST, usdt("0")));
    }

    @Test
    void givenFundedOrEnded_whenTheWindowLapses_thenRefused() {
        given(funded()).refuses(expire(), EscrowRule.ONLY_OPEN_PAYMENTS_EXPIRE);
        given(funded(observe(2, "1"))).refuses(expire(), EscrowRule.ONLY_OPEN_PAYMENTS_EXPIRE);
        given(open(), cancel(BUYER)).refuses(expire(), EscrowRule.ONLY_OPEN_PAYMENTS_EXPIRE);
    }

    @Test
    void givenPartlyPaidAndFrozen_whenTheWindowLapses_thenNothingLeavesUntilItIsLifted() {
        given(open(), observe(1, "40"), confirm(1), freeze(GUARD))
                .refuses(expire(), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);
        given(open(), observe(1, "40"), confirm(1), freeze(GUARD), unfreeze(GUARD))
                .then(expire(), new PaymentExpired(PAYMENT, REQUEST, usdt("40")), BACK);
    }
}
