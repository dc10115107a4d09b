package io.amanat.saga.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.Command;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyStep;
import io.amanat.contract.custody.CustodyTransferCommand.InstructCustodyTransfer;
import io.amanat.contract.custody.DestinationCommand.AllocateDestination;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentCommand.ApplyRuling;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CancelRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CompleteByRuling;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmRequestPayment;
import io.amanat.contract.marketplace.PurchaseRequestId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Refusals that are a normal outcome, the ones that are not, and what another trade can do to this one. */
class EscrowSagaRacesTest {
    private static final SettleEscrow SETTLE = new SettleEscrow(Trade.PAYMENT, Trade.RELEASE);

    private final EscrowFixture fixture = new EscrowFixture();

    @Test
    void givenAnotherTradesPaymentId_whenAccepted_thenTheRequestIsCancelled() {
        fixture.told.refuse(AllocateDestination.class, CustodyRule.A_DESTINATION_BELONGS_TO_ONE_PAYMENT);

        assertThat(deliver(Trade.ACCEPTED))
                .containsExactly(new CancelRequest(Trade.REQUEST, CancellationCause.PAYMENT_CANCELLED));
        fixture.whenPublishingA("unrelated").expectActiveSagas(0);
    }

    @Test
    void givenAnotherTradesPayment_whenAccepted_thenTheRequestIsCancelled() {
        fixture.told.refuse(OpenPayment.class, EscrowRule.A_PAYMENT_IS_OPENED_ONCE);

        assertThat(deliver(Trade.ACCEPTED))
                .contains(new CancelRequest(Trade.REQUEST, CancellationCause.PAYMENT_CANCELLED));
        fixture.whenPublishingA("unrelated").expectActiveSagas(0);
    }

    @Test
    void givenOpenedOnEarlierTerms_whenOpened_thenTheirWindowCounts() {
        fixture.given(List.of(Trade.ACCEPTED));
        Instant earlier = Trade.TERMS.payBy().minusSeconds(60);

        fixture.whenPublishingA(Trade.openedUntil(earlier))
                .expectScheduledDeadlineWithName(earlier, TradeDeadlines.PAYMENT_WINDOW);
    }

    @Test
    void givenAnotherRequest_whenItsPaymentIsFunded_thenThisTradeDoesNotMove() {
        fixture.given(Trade.OPEN);
        PurchaseRequestId other = new PurchaseRequestId(new UUID(9, 9));

        assertThat(deliver(new EscrowFunded(Trade.PAYMENT, other, Trade.DUE))).isEmpty();
    }

    @Test
    void givenUnexpectedRefusal_whenFunded_thenTheStepFails() {
        fixture.given(Trade.OPEN);
        TradeState before = fixture.state();
        fixture.told.refuse(ConfirmRequestPayment.class, MarketplaceRule.ONLY_AWAITED_PAYMENTS_ARE_CONFIRMED);

        assertThatThrownBy(() -> deliver(Trade.FUNDED)).hasRootCauseInstanceOf(RuleViolated.class);
        assertThat(fixture.state()).isEqualTo(before);
    }

    @Test
    void givenCustodyRefuses_whenSettlementIsInstructed_thenTheLegIsParkedByTheRulesName_andTheTradeGoesOn() {
        fixture.given(Trade.PAID).given(List.of(Trade.CONFIRMED, Trade.RELEASABLE));
        fixture.told.refuse(InstructCustodyTransfer.class, CustodyRule.A_TRANSFER_MOVES_MONEY);
        fixture.told.refuse(RecordLegSettled.class, EscrowRule.NO_ACCOUNT_GOES_BELOW_ZERO);

        assertThat(deliver(Trade.INSTRUCTED)).isEmpty();
        assertThat(fixture.parked.steps).hasSize(Trade.INSTRUCTED.legs().size()).allSatisfy((step, rule) -> {
            assertThat(step).isInstanceOf(CustodyStep.Instruct.class);
            assertThat(rule).isEqualTo("a-transfer-moves-money");
        });

        assertThat(deliver(Trade.LEG_FINAL)).isEmpty();
        assertThat(fixture.parked.steps)
                .containsEntry(
                        new CustodyStep.Book(
                                Trade.RELEASE, Trade.PAYMENT, Trade.REQUEST, TransferKind.RELEASE, Trade.TX),
                        "no-account-goes-below-zero");
        fixture.told.accept(RecordLegSettled.class);
        assertThat(deliver(Trade.LEG_FINAL)).as("what comes behind it").hasSize(1);
    }

    @Test
    void givenAnotherRefusalThanTheExpectedOne_whenReleasable_thenTheStepFails() {
        fixture.given(Trade.PAID).given(List.of(Trade.CONFIRMED));
        fixture.told.refuse(SettleEscrow.class, EscrowRule.ONLY_RELEASABLE_ESCROW_IS_SETTLED);

        assertThatThrownBy(() -> deliver(Trade.RELEASABLE)).hasRootCauseInstanceOf(RuleViolated.class);
    }

    @Test
    void givenFrozen_whenReleasable_thenSettledOnceTheGuardLetsGo() {
        fixture.given(Trade.DELIVERED).given(List.of(Trade.CONFIRMED));
        fixture.told.refuse(SettleEscrow.class, EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);

        assertThat(deliver(Trade.RELEASABLE)).isEmpty();
        assertThat(deliver(Trade.GUARD_LET_GO)).isEmpty(); // still under a dispute
        fixture.told.accept(SettleEscrow.class);
        assertThat(deliver(Trade.GUARD_LET_GO)).containsExactly(SETTLE);
    }

    /** Confirmed, disputed and ruled on while the saga was away: the old event must not pay the seller. */
    @ParameterizedTest
    @EnumSource(names = {"REFUND", "REPLACEMENT"})
    void givenOvertakenByARuling_whenTheOldReleasableComes_thenNothing(RulingKind kind) {
        fixture.given(Trade.DISPUTED).given(List.of(Trade.CONFIRMED, Trade.resolved(Ruling.of(kind))));

        assertThat(deliver(Trade.RELEASABLE)).isEmpty();
        assertThat(deliver(Trade.GUARD_LET_GO)).isEmpty();
    }

    @Test
    void givenNoActionRuled_whenReleasable_thenReleaseGoesOn() {
        fixture.given(Trade.DISPUTED).given(List.of(Trade.resolved(Ruling.of(RulingKind.NO_ACTION))));

        assertThat(deliver(Trade.DISPUTE_OVER)).isEmpty();
        assertThat(deliver(Trade.RELEASABLE)).containsExactly(SETTLE);
    }

    @Test
    void givenSettled_whenTheGuardLetsGo_thenNothing() {
        fixture.given(Trade.PAID).given(List.of(Trade.CONFIRMED, Trade.RELEASABLE, Trade.INSTRUCTED));

        assertThat(deliver(Trade.GUARD_LET_GO)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FROZEN_ESCROW_DOES_NOT_MOVE", "A_SETTLEMENT_GIVES_OUT_EXACTLY_WHAT_IS_HELD"})
    void givenMoneyThatMayNotMove_whenRuled_thenCarriedOutOnceTheGuardLetsGo(EscrowRule rule) {
        Ruling split = Ruling.compensation(Trade.TO_BUYER, Trade.TO_SELLER);
        Command apply = new ApplyRuling(Trade.PAYMENT, Trade.DISPUTE, split, Trade.RULED_RELEASE, Trade.RULED_REFUND);
        fixture.given(Trade.DISPUTED);
        fixture.told.refuse(ApplyRuling.class, rule);

        assertThat(deliver(Trade.resolved(split))).isEmpty();
        assertThat(deliver(Trade.GUARD_LET_GO)).isEmpty(); // frozen once more
        fixture.told.accept(ApplyRuling.class);
        assertThat(deliver(Trade.GUARD_LET_GO))
                .containsExactly(apply, new CompleteByRuling(Trade.REQUEST, Trade.DISPUTE));
        assertThat(deliver(Trade.GUARD_LET_GO)).isEmpty();
    }

    @Test
    void transferIdsFollowFromWhatTheyAreFor() {
        DisputeId other = new DisputeId(new UUID(0, 7));

        assertThat(List.of(
                        Trade.RELEASE,
                        Trade.REFUND,
                        Trade.RULED_RELEASE,
                        Trade.RULED_REFUND,
                        TransferIds.of(TransferKind.RELEASE, Trade.PAYMENT, other)))
                .doesNotHaveDuplicates();
        assertThat(Trade.RELEASE).hasToString("85d78ff8-6787-38e0-b2fc-87d367f6d6b4");
    }

    private List<Command> deliver(Object event) {
        return fixture.deliver(new GenericEventMessage<>(event));
    }
}
