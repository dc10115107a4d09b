package io.amanat.saga.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.disputes.DisputeCommand.LapseResponse;
import io.amanat.contract.disputes.DisputeRule;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PayInEvent.PaymentCancelled;
import io.amanat.contract.escrow.PaymentCommand.ExpirePayment;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand.LapseInspection;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deadlines that fire in time, too late, at the same instant as their opposite, and while nobody watches the chain. */
class EscrowSagaDeadlinesTest {
    private static final Duration INSTANT = Duration.ofNanos(1);
    private static final ExpirePayment EXPIRE = new ExpirePayment(Trade.PAYMENT, Trade.REFUND);
    private static final LapseInspection LAPSE_INSPECTION = new LapseInspection(Trade.REQUEST);
    private static final LapseResponse LAPSE_RESPONSE = new LapseResponse(Trade.DISPUTE);

    private final EscrowFixture fixture = new EscrowFixture();

    @Test
    void givenUnpaid_whenWindowEnds_thenExpires() {
        fixture.given(Trade.OPEN);
        Duration window = EscrowFixture.POLICY.paymentWindow();

        assertThat(fixture.timePasses(window.minus(INSTANT))).isEmpty();
        assertThat(fixture.timePasses(INSTANT)).containsExactly(EXPIRE);
        assertNothingRuns();
    }

    @Test
    void givenBlindWatcher_whenWindowEnds_thenWaitsUntilTheChainWasSeenToTheEnd() {
        fixture.given(Trade.OPEN);
        fixture.observedUntil = EscrowFixture.NOW;

        assertThat(fixture.timePasses(EscrowFixture.POLICY.paymentWindow())).isEmpty();
        assertThat(fixture.timePasses(Duration.ofHours(5))).isEmpty();
        fixture.observedUntil = Trade.TERMS.payBy().minus(INSTANT);
        assertThat(fixture.timePasses(PayInSteps.RECHECK)).isEmpty();
        fixture.observedUntil = Trade.TERMS.payBy();
        assertThat(fixture.timePasses(PayInSteps.RECHECK)).containsExactly(EXPIRE);
        assertNothingRuns();
    }

    @ParameterizedTest
    @EnumSource(names = {"DETECTED_TRANSFERS_DECIDE_FIRST", "FROZEN_ESCROW_DOES_NOT_MOVE"})
    void givenUndecidedOrFrozenMoney_whenWindowEnds_thenThatComesFirst(EscrowRule rule) {
        fixture.given(Trade.OPEN);
        fixture.told.refuse(ExpirePayment.class, rule);

        assertThat(fixture.timePasses(EscrowFixture.POLICY.paymentWindow())).isEmpty();
        fixture.told.accept(ExpirePayment.class);
        assertThat(fixture.timePasses(PayInSteps.RECHECK)).containsExactly(EXPIRE);
        assertNothingRuns();
    }

    @Test
    void givenFundedInThisInstant_whenWindowEnds_thenNothing() {
        fixture.given(Trade.OPEN);
        fixture.told.refuse(ExpirePayment.class, EscrowRule.ONLY_OPEN_PAYMENTS_EXPIRE);

        assertThat(fixture.timePasses(EscrowFixture.POLICY.paymentWindow())).isEmpty();
        assertNothingRuns();
    }

    @Test
    void givenFunded_whenTheWindowFiresLate_thenNothing() {
        fixture.given(Trade.OPEN);
        fixture.told.refuse(ExpirePayment.class, EscrowRule.DETECTED_TRANSFERS_DECIDE_FIRST);
        fixture.timePasses(EscrowFixture.POLICY.paymentWindow());
        fixture.told.accept(ExpirePayment.class);
        fixture.given(List.of(Trade.FUNDED));

        assertThat(fixture.fireAgain(0)).isEmpty();
        assertThat(fixture.timePasses(Duration.ofDays(400))).isEmpty();
    }

    @Test
    void givenHandedOver_whenInspectionEnds_thenItLapses() {
        fixture.given(Trade.DELIVERED);

        assertThat(fixture.timePasses(EscrowFixture.POLICY.inspectionWindow().minus(INSTANT)))
                .isEmpty();
        assertThat(fixture.timePasses(INSTANT)).containsExactly(LAPSE_INSPECTION);
        assertThat(fixture.fireAgain(0)).isEmpty();
        assertNothingRuns();
    }

    @Test
    void givenConfirmedInThisInstant_whenInspectionEnds_thenNothing() {
        fixture.given(Trade.DELIVERED);
        fixture.told.refuse(LapseInspection.class, MarketplaceRule.ONLY_DELIVERED_REQUESTS_LAPSE);

        assertThat(fixture.timePasses(EscrowFixture.POLICY.inspectionWindow())).isEmpty();
        assertNothingRuns();
    }

    @Test
    void givenReplacementHandedOver_whenTheFirstInspectionFiresLate_thenOnlyTheSecondCounts() {
        fixture.given(Trade.DELIVERED);
        fixture.told.failAfter(0);
        assertThatThrownBy(() -> fixture.timePasses(EscrowFixture.POLICY.inspectionWindow()))
                .hasRootCauseInstanceOf(Told.DatabaseGone.class);
        fixture.given(List.of(Trade.RAISED, Trade.resolved(Ruling.of(RulingKind.REPLACEMENT)), Trade.HANDED_OVER));

        assertThat(fixture.fireAgain(0)).isEmpty();
        assertThat(fixture.timePasses(EscrowFixture.POLICY.inspectionWindow())).containsExactly(LAPSE_INSPECTION);
    }

    @Test
    void givenUnanswered_whenResponseWindowEnds_thenItLapses() {
        fixture.given(Trade.DISPUTED);

        assertThat(fixture.timePasses(
                        EscrowFixture.POLICY.disputeResponseWindow().minus(INSTANT)))
                .isEmpty();
        assertThat(fixture.timePasses(INSTANT)).containsExactly(LAPSE_RESPONSE);
        assertThat(fixture.fireAgain(0)).isEmpty();
        assertNothingRuns();
    }

    @ParameterizedTest
    @EnumSource(names = {"ONLY_UNANSWERED_DISPUTES_LAPSE", "ONLY_UNRESOLVED_DISPUTES_CHANGE"})
    void givenAnsweredOrResolvedInThisInstant_whenResponseWindowEnds_thenNothing(DisputeRule rule) {
        fixture.given(Trade.DISPUTED);
        fixture.told.refuse(LapseResponse.class, rule);

        assertThat(fixture.timePasses(EscrowFixture.POLICY.disputeResponseWindow()))
                .isEmpty();
        assertNothingRuns();
    }

    @Test
    void givenFailingCommand_whenTheSchedulerRetries_thenTheDeadlineCompletes() {
        for (List<Object> history : List.of(Trade.OPEN, Trade.DELIVERED, Trade.DISPUTED)) {
            EscrowFixture failing = new EscrowFixture().given(history);
            TradeState before = failing.state();
            failing.told.failAfter(0);

            assertThatThrownBy(() -> failing.timePasses(Duration.ofDays(3)))
                    .hasRootCauseInstanceOf(Told.DatabaseGone.class);

            assertThat(failing.state()).isEqualTo(before);
            assertThat(failing.fireAgain(0)).hasSize(1);
            assertThat(failing.state().waits()).isEmpty();
        }
    }

    @Test
    void givenCancelled_whenTheWindowFiresLate_thenNobodyIsThere() {
        fixture.given(Trade.OPEN);
        fixture.observedUntil = EscrowFixture.NOW;
        fixture.timePasses(EscrowFixture.POLICY.paymentWindow());
        fixture.deliver(new GenericEventMessage<>(new PaymentCancelled(Trade.PAYMENT, Trade.REQUEST, Trade.BUYER)));

        assertThat(fixture.fireAgain(0)).isEmpty();
        assertNothingRuns();
    }

    private void assertNothingRuns() {
        fixture.whenPublishingA("unrelated").expectNoScheduledDeadlines();
    }
}
