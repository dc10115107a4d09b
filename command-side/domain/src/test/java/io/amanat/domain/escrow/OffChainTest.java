package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;
import static io.amanat.domain.escrow.PaymentScenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.OffChainEvent.OffChainApproved;
import io.amanat.contract.escrow.OffChainEvent.OffChainConfirmed;
import io.amanat.contract.escrow.OffChainEvent.OffChainRejected;
import io.amanat.contract.escrow.OffChainId;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ApproveOffChain;
import io.amanat.contract.escrow.PaymentCommand.ConfirmOffChain;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentCommand.RejectOffChain;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.identity.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OffChainTest {
    private static final UserId ADMIN = STRANGER;
    private static final OffChainId WORD = new OffChainId(new UUID(0, 500));
    private static final OffChainId ANOTHER = new OffChainId(new UUID(0, 501));

    private static PaymentCommand other() {
        return new OpenPayment(PAYMENT, terms(PaymentProvider.OTHER, usdt("100"), 250, 100));
    }

    private static PaymentCommand confirms(OffChainId id, String amount, UserId by) {
        return new ConfirmOffChain(PAYMENT, id, amount, REASON, by);
    }

    private static PaymentCommand approves(OffChainId id, UserId by) {
        return new ApproveOffChain(PAYMENT, id, by, REASON);
    }

    private static PaymentCommand rejects(OffChainId id, UserId by) {
        return new RejectOffChain(PAYMENT, id, by, REASON);
    }

    private static OffChainConfirmed confirmed(OffChainId id, String amount) {
        return new OffChainConfirmed(PAYMENT, id, usdt(amount), REASON, ADMIN);
    }

    @Test
    void givenAnOtherPayment_whenAdminConfirmsAndGuardApproves_thenItIsFunded_onceOnly() {
        PaymentScenario payment = given(other())
                .then(confirms(WORD, "100", ADMIN), confirmed(WORD, "100"))
                .ignores(confirms(WORD, "100", ADMIN));
        assertThat(payment.balance(LedgerAccount.ESCROW))
                .as("one word is no money")
                .isEqualTo("0.00");
        assertThat(payment.state().status()).isEqualTo(PaymentStatus.PENDING);

        payment.then(
                        approves(WORD, GUARD),
                        new OffChainApproved(PAYMENT, WORD, usdt("100"), usdt("100"), GUARD, REASON),
                        new EscrowFunded(PAYMENT, REQUEST, usdt("100")))
                .ignores(approves(WORD, GUARD))
                .refuses(rejects(WORD, GUARD), EscrowRule.ONLY_A_WAITING_WORD_IS_DECIDED)
                .refuses(confirms(ANOTHER, "100", ADMIN), EscrowRule.ONLY_OPEN_PAYMENTS_ARE_VOUCHED_FOR);
        assertThat(payment.balance(LedgerAccount.ESCROW)).isEqualTo("100.00");
        assertThat(payment.balance(LedgerAccount.CLEARING)).isEqualTo("0.00");
        assertThat(payment.state().status()).isEqualTo(PaymentStatus.CONFIRMED);
        assertThat(payment.state().escrow()).isEqualTo(EscrowState.FUNDED);
    }

    @Test
    void givenAPaymentOnTheChain_thenNobodysWordCounts() {
        given(open()).refuses(confirms(WORD, "100", ADMIN), EscrowRule.ONLY_OTHER_PAYMENTS_ARE_VOUCHED_FOR);
    }

    @Test
    void givenOnePersonOrAParty_thenItIsRefused() {
        given(other())
                .refuses(confirms(WORD, "100", BUYER), EscrowRule.A_PARTY_DOES_NOT_VOUCH_FOR_ITS_OWN_PAYMENT)
                .refuses(confirms(WORD, "100", SELLER), EscrowRule.A_PARTY_DOES_NOT_VOUCH_FOR_ITS_OWN_PAYMENT)
                .refuses(approves(WORD, GUARD), EscrowRule.NO_SUCH_WORD);
        given(other(), confirms(WORD, "100", ADMIN))
                .refuses(approves(WORD, ADMIN), EscrowRule.TWO_PEOPLE_VOUCH_FOR_A_PAYMENT)
                .refuses(rejects(WORD, ADMIN), EscrowRule.TWO_PEOPLE_VOUCH_FOR_A_PAYMENT)
                .refuses(approves(WORD, SELLER), EscrowRule.A_PARTY_DOES_NOT_VOUCH_FOR_ITS_OWN_PAYMENT)
                .refuses(approves(ANOTHER, GUARD), EscrowRule.NO_SUCH_WORD)
                .refuses(confirms(ANOTHER, "100", ADMIN), EscrowRule.ONE_WORD_AT_A_TIME);
    }

    @Test
    void givenAnyAmountButWhatIsMissing_thenItIsRefused() {
        given(other())
                .refuses(confirms(WORD, "99.99", ADMIN), EscrowRule.A_WORD_IS_ABOUT_EXACTLY_WHAT_IS_MISSING)
                .refuses(confirms(WORD, "100.01", ADMIN), EscrowRule.A_WORD_IS_ABOUT_EXACTLY_WHAT_IS_MISSING)
                .refuses(confirms(WORD, "100.0000001", ADMIN), EscrowRule.A_WORD_IS_ABOUT_EXACTLY_WHAT_IS_MISSING)
                .refuses(confirms(WORD, "a lot", ADMIN), EscrowRule.A_WORD_IS_ABOUT_EXACTLY_WHAT_IS_MISSING);
        given(other(), observe(1, "40"), confirm(1)).then(confirms(WORD, "60", ADMIN), confirmed(WORD, "60"));
        given(other(), confirms(WORD, "100", ADMIN), observe(1, "40"), confirm(1))
                .refuses(approves(WORD, GUARD), EscrowRule.A_WORD_IS_ABOUT_EXACTLY_WHAT_IS_MISSING);
    }

    @Test
    void givenAWordThatWaits_thenThePaymentNeitherExpiresNorIsCancelled_untilAGuardRejectsIt() {
        PaymentScenario payment = given(other(), confirms(WORD, "100", ADMIN))
                .refuses(expire(), EscrowRule.DETECTED_TRANSFERS_DECIDE_FIRST)
                .refuses(cancel(BUYER), EscrowRule.ONLY_UNPAID_PAYMENTS_ARE_CANCELLED)
                .then(rejects(WORD, GUARD), new OffChainRejected(PAYMENT, WORD, GUARD, REASON))
                .ignores(rejects(WORD, GUARD))
                .refuses(approves(WORD, GUARD), EscrowRule.ONLY_A_WAITING_WORD_IS_DECIDED)
                .then(confirms(ANOTHER, "100", ADMIN), confirmed(ANOTHER, "100"))
                .then(rejects(ANOTHER, GUARD), new OffChainRejected(PAYMENT, ANOTHER, GUARD, REASON));
        assertThat(payment.balance(LedgerAccount.ESCROW)).isEqualTo("0.00");
        given(other(), confirms(WORD, "100", ADMIN), rejects(WORD, GUARD), cancel(BUYER))
                .refuses(confirms(ANOTHER, "100", ADMIN), EscrowRule.ONLY_OPEN_PAYMENTS_ARE_VOUCHED_FOR);
    }
}
