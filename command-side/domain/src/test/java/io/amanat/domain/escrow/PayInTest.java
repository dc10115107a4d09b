package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;
import static io.amanat.domain.escrow.PaymentScenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PayInEvent.ExcessSetAside;
import io.amanat.contract.escrow.PayInEvent.FundsHeld;
import io.amanat.contract.escrow.PayInEvent.PaymentOpened;
import io.amanat.contract.escrow.PayInEvent.TransferDetected;
import io.amanat.contract.escrow.PayInEvent.TransferRetracted;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PayInTest {
    @Test
    void givenNothing_whenOpened_thenPending() {
        PaymentScenario payment = given().then(open(), new PaymentOpened(PAYMENT, TERMS));

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(payment.state().escrow()).isNull();
    }

    @Test
    void givenOpened_whenOpenedAgainWithALaterDeadline_thenFirstTermsWin() {
        EscrowTerms later = new EscrowTerms(
                TERMS.requestId(),
                TERMS.offerId(),
                TERMS.buyerId(),
                TERMS.sellerId(),
                TERMS.provider(),
                TERMS.due(),
                TERMS.platformFeeBps(),
                TERMS.toleranceBps(),
                TERMS.refundAddress(),
                TERMS.payoutAddress(),
                TERMS.destinationId(),
                TERMS.destination(),
                TERMS.payBy().plus(Duration.ofMinutes(3)));

        given(open()).ignores(open()).ignores(new OpenPayment(PAYMENT, later));
    }

    @Test
    void givenOpened_whenOpenedOnOtherTerms_thenRefused() {
        given(open())
                .refuses(
                        new OpenPayment(PAYMENT, terms(usdt("100.000001"), 250, 100)),
                        EscrowRule.A_PAYMENT_IS_OPENED_ONCE);
    }

    @Test
    void givenNonsenseTerms_whenOpened_thenThatIsAnError() {
        for (EscrowTerms terms : new EscrowTerms[] {
            terms(usdt("0"), 0, 0), terms(usdt("1"), -1, 0), terms(usdt("1"), 10_001, 0), terms(usdt("1"), 0, 10_001)
        }) {
            assertThatThrownBy(() -> Decisions.decide(null, new OpenPayment(PAYMENT, terms)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void givenNoPayment_whenAnythingElseIsTold_thenThereIsNoSuchPayment() {
        assertThatThrownBy(() -> Decisions.decide(null, confirm(1))).hasMessage(EscrowRule.NO_SUCH_PAYMENT.sentence());
    }

    @Test
    void givenOpened_whenTransferSeen_thenProcessing_andSeenAgainNothing() {
        PaymentScenario payment = given(open())
                .then(observe(1, "100"), new TransferDetected(PAYMENT, transfer(1, "100")))
                .ignores(observe(1, "100"));

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.PROCESSING);
    }

    @Test
    void givenOpened_whenTransferOfZeroSeen_thenIgnored() {
        given(open()).ignores(observe(1, "0"));
    }

    @Test
    void givenOpened_whenTransferIsNotOurs_thenRefused() {
        ObservedTransfer good = transfer(1, "100");
        Asset elsewhere = new Asset(CHAIN + 1, address(0xA), Currency.USDT, 6);
        given(open())
                .refuses(
                        new ObserveTransfer(
                                PAYMENT,
                                new ObservedTransfer(
                                        good.key(), good.from(), address(0xF), good.amount(), 7, good.blockHash())),
                        EscrowRule.A_TRANSFER_GOES_TO_ITS_DESTINATION)
                .refuses(
                        new ObserveTransfer(PAYMENT, transfer(1, elsewhere.amount("100"), hash(700))),
                        EscrowRule.A_TRANSFER_GOES_TO_ITS_DESTINATION);
    }

    @Test
    void givenDetected_whenItsBlockLeavesTheChain_thenRetractedAndPendingAgain() {
        PaymentScenario payment = given(open(), observe(1, "100"))
                .then(retract(1), new TransferRetracted(PAYMENT, key(1), usdt("100"), usdt("0"), hash(700)))
                .ignores(retract(1))
                .refuses(confirm(1), EscrowRule.ONLY_DETECTED_TRANSFERS_ARE_CONFIRMED);

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.PENDING);
        payment.then(observe(1, "100"), new TransferDetected(PAYMENT, transfer(1, "100")));
    }

    @Test
    void givenTwoDetected_whenOneIsRetracted_thenStillProcessing() {
        PaymentScenario payment = given(open(), observe(1, "60"), observe(2, "40"))
                .then(retract(1), new TransferRetracted(PAYMENT, key(1), usdt("60"), usdt("40"), hash(700)));

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.PROCESSING);
    }

    @Test
    void givenDetected_whenSeenInAnotherBlock_thenTheFirstIsRetracted_andItsRetractionChangesNothing() {
        ObservedTransfer moved = transfer(1, usdt("100"), hash(701));
        given(open(), observe(1, "100"))
                .then(
                        new ObserveTransfer(PAYMENT, moved),
                        new TransferRetracted(PAYMENT, key(1), usdt("100"), usdt("0"), hash(700)),
                        new TransferDetected(PAYMENT, moved))
                .ignores(retract(1));
    }

    @Test
    void givenDetected_whenConfirmed_thenHeldAndFunded_onceOnly() {
        PaymentScenario payment = given(open(), observe(1, "100"))
                .then(
                        confirm(1),
                        new FundsHeld(PAYMENT, key(1), usdt("100"), usdt("100")),
                        new EscrowFunded(PAYMENT, REQUEST, usdt("100")))
                .ignores(confirm(1))
                .ignores(observe(1, "100"));

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.CONFIRMED);
        assertThat(payment.state().escrow()).isEqualTo(EscrowState.FUNDED);
    }

    @Test
    void givenOpened_whenUnknownTransferConfirmed_thenRefused() {
        given(open()).refuses(confirm(1), EscrowRule.ONLY_DETECTED_TRANSFERS_ARE_CONFIRMED);
    }

    @Test
    void givenTooLittle_whenConfirmed_thenPartial_andATopUpFundsIt() {
        PaymentScenario payment = given(open(), observe(1, "98.999999"))
                .then(confirm(1), new FundsHeld(PAYMENT, key(1), usdt("98.999999"), usdt("98.999999")));
        assertThat(payment.state().escrow()).isEqualTo(EscrowState.PARTIAL);

        payment.then(observe(2, "0.000001"), new TransferDetected(PAYMENT, transfer(2, "0.000001")))
                .then(
                        confirm(2),
                        new FundsHeld(PAYMENT, key(2), usdt("0.000001"), usdt("99")),
                        new EscrowFunded(PAYMENT, REQUEST, usdt("99")));
    }

    @Test
    void givenFundedWithinTolerance_whenToppedUp_thenHeldUpToWhatIsDue() {
        given(open(), observe(1, "99.50"), confirm(1), observe(2, "1"))
                .then(
                        confirm(2),
                        new FundsHeld(PAYMENT, key(2), usdt("0.50"), usdt("100")),
                        new ExcessSetAside(PAYMENT, key(2), usdt("0.50"), ExcessCause.OVERPAID));
    }

    @Test
    void givenTooMuch_whenConfirmed_thenTheRestIsSetAside() {
        given(open(), observe(1, "100.000001"))
                .then(
                        confirm(1),
                        new FundsHeld(PAYMENT, key(1), usdt("100"), usdt("100")),
                        new ExcessSetAside(PAYMENT, key(1), usdt("0.000001"), ExcessCause.OVERPAID),
                        new EscrowFunded(PAYMENT, REQUEST, usdt("100")));
    }

    @Test
    void givenFunded_whenPaidAgain_thenAllOfItIsOverpaid() {
        given(funded(observe(2, "100")))
                .then(confirm(2), new ExcessSetAside(PAYMENT, key(2), usdt("100"), ExcessCause.OVERPAID))
                .ignores(confirm(2));
    }

    @Test
    void givenAnEnd_whenMoneyArrives_thenLate() {
        ExcessSetAside late = new ExcessSetAside(PAYMENT, key(2), usdt("5"), ExcessCause.LATE);
        given(open(), cancel(BUYER), observe(2, "5")).then(confirm(2), late).ignores(confirm(2));
        given(open(), expire(), observe(2, "5")).then(confirm(2), late);
        given(funded(releasable(), settle(), observe(2, "5"))).then(confirm(2), late);
        given(funded(releasable(), settle(), settled(RELEASE), observe(2, "5"))).then(confirm(2), late);
    }

    @Test
    void givenDispute_whenMoneyArrives_thenSetAside_soThatTheStakeStays() {
        given(open(), observe(1, "99.50"), confirm(1), dispute(BUYER, DISPUTE), observe(2, "0.50"))
                .then(confirm(2), new ExcessSetAside(PAYMENT, key(2), usdt("0.50"), ExcessCause.LATE));
    }
}
