package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;
import static io.amanat.domain.escrow.PaymentScenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PayInEvent.ExcessSetAside;
import io.amanat.contract.escrow.PayInEvent.FundsHeld;
import io.amanat.contract.escrow.PayInEvent.PaymentExpired;
import io.amanat.contract.escrow.PayInEvent.TransferDetected;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.SetTransferAside;
import org.junit.jupiter.api.Test;

/** Money that did not pass the safety check. */
class SettingAsideTest {
    private static final ExcessSetAside ASIDE = new ExcessSetAside(PAYMENT, key(1), usdt("100"), ExcessCause.REJECTED);

    @Test
    void givenDetected_whenSetAside_thenItIsALiabilityAndFundsNothing() {
        PaymentScenario payment = given(open(), observe(1, "100"))
                .then(setAside(1), ASIDE)
                .ignores(setAside(1))
                .ignores(confirm(1))
                .ignores(observe(1, "100"));

        assertThat(payment.balance(LedgerAccount.UNALLOCATED)).isEqualTo("100.00");
        assertThat(payment.balance(LedgerAccount.CLEARING)).isEqualTo("0.00");
        assertThat(payment.state().held().positive()).isFalse();
        assertThat(payment.state().escrow()).isNull();
    }

    @Test
    void givenSetAside_whenCleanMoneyComes_thenItFunds() {
        given(open(), observe(1, "100"))
                .then(setAside(1), ASIDE)
                .then(observe(2, "100"), new TransferDetected(PAYMENT, transfer(2, "100")))
                .then(
                        confirm(2),
                        new FundsHeld(PAYMENT, key(2), usdt("100"), usdt("100")),
                        new EscrowFunded(PAYMENT, REQUEST, usdt("100")));
    }

    @Test
    void givenSetAside_whenTheWindowCloses_thenThePaymentExpires() {
        given(open(), observe(1, "100"))
                .refuses(expire(), EscrowRule.DETECTED_TRANSFERS_DECIDE_FIRST)
                .then(setAside(1), ASIDE)
                .then(expire(), new PaymentExpired(PAYMENT, REQUEST, usdt("0")));
    }

    @Test
    void givenCredited_whenSetAside_thenItStays() {
        given(funded()).ignores(setAside(1));
    }

    @Test
    void givenNotDetected_whenSetAside_thenRefused() {
        given(open()).refuses(setAside(1), EscrowRule.ONLY_DETECTED_TRANSFERS_ARE_CONFIRMED);
        given(open(), observe(1, "100"), retract(1))
                .refuses(setAside(1), EscrowRule.ONLY_DETECTED_TRANSFERS_ARE_CONFIRMED);
    }

    private static PaymentCommand setAside(int n) {
        return new SetTransferAside(PAYMENT, key(n));
    }
}
