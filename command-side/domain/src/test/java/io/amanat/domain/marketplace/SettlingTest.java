package io.amanat.domain.marketplace;

import static io.amanat.domain.marketplace.Trade.*;

import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CancelRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmRequestPayment;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkRefunded;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkSellerPaid;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RejectionCause;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCancelled;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestRefunded;
import io.amanat.contract.marketplace.RequestLifecycleEvent.RequestPaymentConfirmed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.SellerPaid;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private static final ConfirmRequestPayment CONFIRM = new ConfirmRequestPayment(REQUEST, PAYMENT);
    private static final CancelRequest CANCEL = new CancelRequest(REQUEST, CancellationCause.PAYMENT_WINDOW_LAPSED);
    private static final MarkRefunded REFUND = new MarkRefunded(REQUEST, PAYMENT);
    private static final MarkSellerPaid PAY = new MarkSellerPaid(REQUEST, PAYMENT);

    static List<PurchaseRequestEvent> cancelled() {
        return plus(accepted(), new PurchaseRequestCancelled(REQUEST, CancellationCause.PAYMENT_WINDOW_LAPSED, null));
    }

    static List<PurchaseRequestEvent> withdrawn() {
        return plus(
                offered(),
                new PurchaseRequestCancelled(REQUEST, CancellationCause.WITHDRAWN, null),
                new OfferRejected(
                        REQUEST, OFFER, RejectionCause.REQUEST_CANCELLED, null, PurchaseRequestStatus.CANCELLED));
    }

    static List<PurchaseRequestEvent> refunded() {
        return plus(disputed(), new PurchaseRequestRefunded(REQUEST, PAYMENT));
    }

    static List<PurchaseRequestEvent> sellerPaid() {
        return plus(completed(), new SellerPaid(REQUEST, PAYMENT));
    }

    @Test
    void givenAwaitedPayment_whenConfirmed_thenConfirmed() {
        given(accepted()).then(CONFIRM, new RequestPaymentConfirmed(REQUEST, PAYMENT));
    }

    @Test
    void givenConfirmedPayment_whenConfirmedAgain_thenNothingHoweverFarTheTradeIs() {
        for (var past : List.of(paid(), working(), shipped(), delivered(), completed(), disputed(), sellerPaid())) {
            given(past).repeats(CONFIRM);
        }
    }

    @Test
    void givenNoSuchPaymentAwaited_whenConfirmed_thenRefused() {
        var rule = MarketplaceRule.ONLY_AWAITED_PAYMENTS_ARE_CONFIRMED;
        given(offered()).refuses(CONFIRM, rule);
        given(cancelled()).refuses(CONFIRM, rule);
        given(accepted()).refuses(new ConfirmRequestPayment(REQUEST, OTHER_PAYMENT), rule);
        given(paid()).refuses(new ConfirmRequestPayment(REQUEST, OTHER_PAYMENT), rule);
    }

    @Test
    void givenAwaitedPayment_whenItEnds_thenCancelled() {
        given(accepted())
                .then(CANCEL, new PurchaseRequestCancelled(REQUEST, CancellationCause.PAYMENT_WINDOW_LAPSED, null));
        given(cancelled()).repeats(CANCEL);
    }

    @Test
    void givenNoPaymentToEnd_whenCancelled_thenRefused() {
        var rule = MarketplaceRule.ONLY_SETTLED_REQUESTS_END;
        for (var past : List.of(created(), offered(), paid(), completed(), disputed(), withdrawn())) {
            given(past).refuses(CANCEL, rule);
        }
        given(accepted()).refuses(new CancelRequest(REQUEST, CancellationCause.WITHDRAWN), rule);
        given(cancelled()).refuses(new CancelRequest(REQUEST, CancellationCause.PAYMENT_CANCELLED), rule);
    }

    @Test
    void givenDisputeOrPartialPayment_whenRefunded_thenRefunded() {
        given(disputed()).then(REFUND, new PurchaseRequestRefunded(REQUEST, PAYMENT));
        given(accepted()).then(REFUND, new PurchaseRequestRefunded(REQUEST, PAYMENT));
        given(refunded()).repeats(REFUND);
    }

    @Test
    void givenUndisputedTradeOrAnotherPayment_whenRefunded_thenRefused() {
        var rule = MarketplaceRule.ONLY_SETTLED_REQUESTS_END;
        for (var past : List.of(offered(), paid(), delivered(), completed(), cancelled(), sellerPaid())) {
            given(past).refuses(REFUND, rule);
        }
        given(disputed()).refuses(new MarkRefunded(REQUEST, OTHER_PAYMENT), rule);
        given(refunded()).refuses(new MarkRefunded(REQUEST, OTHER_PAYMENT), rule);
    }

    @Test
    void givenCompletedTrade_whenSellerPaid_thenSellerPaid() {
        given(completed()).then(PAY, new SellerPaid(REQUEST, PAYMENT));
        given(sellerPaid()).repeats(PAY);
    }

    @Test
    void givenUnfinishedTradeOrAnotherPayment_whenSellerPaid_thenRefused() {
        var rule = MarketplaceRule.ONLY_SETTLED_REQUESTS_END;
        for (var past : List.of(accepted(), paid(), delivered(), disputed(), refunded())) {
            given(past).refuses(PAY, rule);
        }
        given(completed()).refuses(new MarkSellerPaid(REQUEST, OTHER_PAYMENT), rule);
        given(sellerPaid()).refuses(new MarkSellerPaid(REQUEST, OTHER_PAYMENT), rule);
    }
}
