package io.amanat.domain.marketplace;

import static io.amanat.domain.marketplace.Trade.*;

import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryHandedOver;
import io.amanat.contract.marketplace.DeliveryEvent.GoodsShipped;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CompleteByRuling;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkDisputed;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkSellerPaid;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ResumeForReplacement;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestDisputed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.ResumedForReplacement;
import io.amanat.contract.marketplace.RequestLifecycleEvent.SellerPaid;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisputingTest {
    private static final MarkDisputed DISPUTE_IT = new MarkDisputed(REQUEST, DISPUTE);
    private static final ResumeForReplacement RESUME = new ResumeForReplacement(REQUEST, DISPUTE);
    private static final CompleteByRuling COMPLETE = new CompleteByRuling(REQUEST, DISPUTE);
    private static final ResumedForReplacement RESUMED = new ResumedForReplacement(REQUEST, DISPUTE);
    private static final PurchaseRequestCompleted RULED = new PurchaseRequestCompleted(REQUEST, CompletionCause.RULING);

    @Test
    void givenPaidTrade_whenDisputed_thenDisputedWithWhereItStood() {
        given(paid()).then(DISPUTE_IT, disputedFrom(PurchaseRequestStatus.PAYMENT_CONFIRMED));
        given(working()).then(DISPUTE_IT, disputedFrom(PurchaseRequestStatus.IN_PROGRESS));
        given(shipped()).then(DISPUTE_IT, disputedFrom(PurchaseRequestStatus.DELIVERY));
        given(delivered()).then(DISPUTE_IT, disputedFrom(PurchaseRequestStatus.DELIVERED));
        given(completed()).then(DISPUTE_IT, disputedFrom(PurchaseRequestStatus.COMPLETED));
    }

    @Test
    void givenDispute_whenMarkedAgain_thenNothingHoweverItEnded() {
        for (var past :
                List.of(disputed(), plus(disputed(), RESUMED), plus(disputed(), RULED), SettlingTest.refunded())) {
            given(past).repeats(DISPUTE_IT);
        }
    }

    @Test
    void givenUnpaidSettledOrDisputedTrade_whenDisputed_thenRefused() {
        var rule = MarketplaceRule.ONLY_PAID_REQUESTS_ARE_DISPUTED;
        for (var past : List.of(offered(), accepted(), SettlingTest.cancelled(), SettlingTest.sellerPaid())) {
            given(past).refuses(DISPUTE_IT, rule);
        }
        given(disputed()).refuses(new MarkDisputed(REQUEST, OTHER_DISPUTE), rule);
    }

    @Test
    void givenDispute_whenReplacementIsRuled_thenResumed() {
        given(disputed()).then(RESUME, RESUMED);
        given(plus(disputed(), RESUMED)).repeats(RESUME);
        given(plus(disputed(), RESUMED, new GoodsShipped(REQUEST, SHIPMENT), new DeliveryHandedOver(REQUEST)))
                .repeats(RESUME);
    }

    @Test
    void givenDispute_whenRulingCompletes_thenCompleted() {
        given(disputed()).then(COMPLETE, RULED);
        given(plus(disputed(), RULED)).repeats(COMPLETE);
        given(plus(disputed(), RULED, new SellerPaid(REQUEST, PAYMENT))).repeats(COMPLETE);
        given(plus(disputed(), RULED)).then(new MarkSellerPaid(REQUEST, PAYMENT), new SellerPaid(REQUEST, PAYMENT));
    }

    @Test
    void givenOtherOrEndedDispute_whenRuled_thenRefused() {
        var rule = MarketplaceRule.ONLY_DISPUTED_REQUESTS_ARE_RULED_ON;
        given(delivered()).refuses(RESUME, rule);
        given(delivered()).refuses(COMPLETE, rule);
        given(disputed()).refuses(new ResumeForReplacement(REQUEST, OTHER_DISPUTE), rule);
        given(disputed()).refuses(new CompleteByRuling(REQUEST, OTHER_DISPUTE), rule);
        given(plus(disputed(), RESUMED)).refuses(COMPLETE, rule);
        given(plus(disputed(), RULED)).refuses(RESUME, rule);
        given(SettlingTest.refunded()).refuses(RESUME, rule);
        given(SettlingTest.refunded()).refuses(COMPLETE, rule);
    }

    @Test
    void givenSecondDisputeAfterReplacement_whenRuled_thenOnlyTheSecondCounts() {
        List<PurchaseRequestEvent> twice = plus(
                disputed(),
                RESUMED,
                new PurchaseRequestDisputed(REQUEST, OTHER_DISPUTE, PurchaseRequestStatus.IN_PROGRESS));
        given(twice).repeats(RESUME);
        given(twice).refuses(COMPLETE, MarketplaceRule.ONLY_DISPUTED_REQUESTS_ARE_RULED_ON);
        given(twice).then(new CompleteByRuling(REQUEST, OTHER_DISPUTE), RULED);
    }

    private static PurchaseRequestDisputed disputedFrom(PurchaseRequestStatus status) {
        return new PurchaseRequestDisputed(REQUEST, DISPUTE, status);
    }
}
