package io.amanat.domain.marketplace;

import static io.amanat.domain.marketplace.Trade.*;

import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.DeliveryAttempt;
import io.amanat.contract.marketplace.DeliveryAttempt.Outcome;
import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryAttemptFailed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryCodeIssued;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryConfirmed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryHandedOver;
import io.amanat.contract.marketplace.DeliveryEvent.GoodsShipped;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmDelivery;
import io.amanat.contract.marketplace.PurchaseRequestCommand.IssueDeliveryCode;
import io.amanat.contract.marketplace.PurchaseRequestCommand.LapseInspection;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestDisputed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.ResumedForReplacement;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmingTest {
    private static final IssueDeliveryCode ISSUE = new IssueDeliveryCode(REQUEST, BUYER, CODE);
    private static final ConfirmDelivery RIGHT_TRY = new ConfirmDelivery(REQUEST, BUYER, CODE);
    private static final ConfirmDelivery WRONG_TRY = new ConfirmDelivery(REQUEST, BUYER, WRONG);
    private static final LapseInspection LAPSE = new LapseInspection(REQUEST);
    private static final PurchaseRequestCompleted CONFIRMED =
            new PurchaseRequestCompleted(REQUEST, CompletionCause.DELIVERY_CONFIRMED);
    private static final PurchaseRequestCompleted LAPSED =
            new PurchaseRequestCompleted(REQUEST, CompletionCause.INSPECTION_LAPSED);

    @Test
    void givenShippedOrDeliveredGoods_whenCodeIssued_thenIssued() {
        given(shipped()).then(ISSUE, new DeliveryCodeIssued(REQUEST, CODE));
        given(delivered()).then(ISSUE, new DeliveryCodeIssued(REQUEST, CODE));
        given(codeIssued()).repeats(ISSUE);
        given(codeIssued()).then(new IssueDeliveryCode(REQUEST, BUYER, WRONG), new DeliveryCodeIssued(REQUEST, WRONG));
    }

    @Test
    void givenNothingHandedOver_whenCodeIssued_thenRefused() {
        for (var past : List.of(offered(), accepted(), paid(), working(), disputed())) {
            given(past).refuses(ISSUE, MarketplaceRule.CODES_ARE_ISSUED_FOR_HANDED_OVER_GOODS);
        }
        given(delivered())
                .refuses(new IssueDeliveryCode(REQUEST, SELLER, CODE), MarketplaceRule.ONLY_THE_BUYER_DECIDES);
    }

    @Test
    void givenFiveCodes_whenAnotherIsIssued_thenRefused() {
        List<PurchaseRequestEvent> past = delivered();
        for (int i = 0; i < 5; i++) {
            IssueDeliveryCode issue = new IssueDeliveryCode(REQUEST, BUYER, hash(i));
            given(past).then(issue, new DeliveryCodeIssued(REQUEST, hash(i)));
            past = plus(past, new DeliveryCodeIssued(REQUEST, hash(i)));
        }
        given(past)
                .refuses(
                        new IssueDeliveryCode(REQUEST, BUYER, hash(5)),
                        MarketplaceRule.DELIVERY_CODES_STAY_WITHIN_LIMITS);
    }

    @Test
    void givenCode_whenRightCodeTried_thenCompleted() {
        given(codeIssued())
                .when(RIGHT_TRY)
                .expectResultMessagePayload(new DeliveryAttempt(Outcome.CONFIRMED, 5))
                .expectEvents(new DeliveryConfirmed(REQUEST, 1), CONFIRMED);
        given(wrongTries(4))
                .when(RIGHT_TRY)
                .expectResultMessagePayload(new DeliveryAttempt(Outcome.CONFIRMED, 1))
                .expectEvents(new DeliveryConfirmed(REQUEST, 5), CONFIRMED);
    }

    @Test
    void givenConfirmedDelivery_whenRightCodeTriedAgain_thenConfirmedAndNothing() {
        given(completed())
                .when(RIGHT_TRY)
                .expectResultMessagePayload(new DeliveryAttempt(Outcome.CONFIRMED, 5))
                .expectNoEvents();
        given(SettlingTest.sellerPaid()).repeats(RIGHT_TRY);
    }

    @Test
    void givenCode_whenWrongCodeTried_thenAttemptIsAFactAndTheFifthLocks() {
        for (int earlier = 0; earlier < 4; earlier++) {
            given(wrongTries(earlier))
                    .when(WRONG_TRY)
                    .expectResultMessagePayload(new DeliveryAttempt(Outcome.WRONG_CODE, 4 - earlier))
                    .expectEvents(new DeliveryAttemptFailed(REQUEST, earlier + 1, false));
        }
        given(wrongTries(4))
                .when(WRONG_TRY)
                .expectResultMessagePayload(new DeliveryAttempt(Outcome.LOCKED, 0))
                .expectEvents(new DeliveryAttemptFailed(REQUEST, 5, true));
    }

    @Test
    void givenLockedCode_whenTriedOrIssuedAnew_thenRefused() {
        given(wrongTries(5)).refuses(RIGHT_TRY, MarketplaceRule.DELIVERY_CODE_LOCKED);
        given(wrongTries(5)).refuses(WRONG_TRY, MarketplaceRule.DELIVERY_CODE_LOCKED);
        given(wrongTries(5))
                .refuses(new IssueDeliveryCode(REQUEST, BUYER, WRONG), MarketplaceRule.DELIVERY_CODE_LOCKED);
        given(wrongTries(5)).then(LAPSE, LAPSED);
    }

    @Test
    void givenNewCode_whenTried_thenWrongTriesAreNotForgottenAndTheOldCodeIsWrong() {
        given(plus(wrongTries(4), new DeliveryCodeIssued(REQUEST, WRONG)))
                .when(RIGHT_TRY)
                .expectResultMessagePayload(new DeliveryAttempt(Outcome.LOCKED, 0))
                .expectEvents(new DeliveryAttemptFailed(REQUEST, 5, true));
    }

    @Test
    void givenNoHandOverOrNoCode_whenTried_thenRefused() {
        for (var past : List.of(
                paid(),
                working(),
                plus(shipped(), new DeliveryCodeIssued(REQUEST, CODE)),
                plus(codeIssued(), LAPSED),
                plus(codeIssued(), new PurchaseRequestDisputed(REQUEST, DISPUTE, PurchaseRequestStatus.DELIVERED)))) {
            given(past).refuses(RIGHT_TRY, MarketplaceRule.ONLY_DELIVERED_GOODS_ARE_CONFIRMED);
        }
        given(completed()).refuses(WRONG_TRY, MarketplaceRule.ONLY_DELIVERED_GOODS_ARE_CONFIRMED);
        given(delivered()).refuses(RIGHT_TRY, MarketplaceRule.A_CODE_IS_ISSUED_FIRST);
        given(codeIssued()).refuses(new ConfirmDelivery(REQUEST, SELLER, CODE), MarketplaceRule.ONLY_THE_BUYER_DECIDES);
    }

    @Test
    void givenReplacementDelivered_whenTried_thenFreshCodeAndFreshTriesButAttemptsCountOn() {
        var again = plus(
                wrongTries(5),
                new PurchaseRequestDisputed(REQUEST, DISPUTE, PurchaseRequestStatus.DELIVERED),
                new ResumedForReplacement(REQUEST, DISPUTE),
                new GoodsShipped(REQUEST, SHIPMENT),
                new DeliveryHandedOver(REQUEST));
        given(again).refuses(RIGHT_TRY, MarketplaceRule.A_CODE_IS_ISSUED_FIRST);
        given(again).then(ISSUE, new DeliveryCodeIssued(REQUEST, CODE));
        given(plus(again, new DeliveryCodeIssued(REQUEST, CODE)))
                .when(WRONG_TRY)
                .expectResultMessagePayload(new DeliveryAttempt(Outcome.WRONG_CODE, 4))
                .expectEvents(new DeliveryAttemptFailed(REQUEST, 6, false));
    }

    @Test
    void givenDelivery_whenInspectionLapses_thenCompletedOnce() {
        given(delivered()).then(LAPSE, LAPSED);
        given(plus(delivered(), LAPSED)).repeats(LAPSE);
        given(completed()).repeats(LAPSE);
        given(SettlingTest.sellerPaid()).repeats(LAPSE);
        given(plus(delivered(), LAPSED, new PurchaseRequestDisputed(REQUEST, DISPUTE, PurchaseRequestStatus.COMPLETED)))
                .repeats(LAPSE);
    }

    @Test
    void givenNothingToInspect_whenInspectionLapses_thenRefused() {
        for (var past : List.of(
                paid(),
                working(),
                shipped(),
                disputed(),
                plus(disputed(), new ResumedForReplacement(REQUEST, DISPUTE)))) {
            given(past).refuses(LAPSE, MarketplaceRule.ONLY_DELIVERED_REQUESTS_LAPSE);
        }
    }

    private static DeliveryCodeHash hash(int digit) {
        return new DeliveryCodeHash(Integer.toString(digit).repeat(64));
    }
}
