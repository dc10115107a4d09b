package io.amanat.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferStatus;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.disputes.DisputeCase;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeEvent;
import io.amanat.contract.disputes.DisputeStatus;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.EscrowEvent;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.SettlementEvent;
import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.DeliveryEvent;
import io.amanat.contract.marketplace.OfferEvent;
import io.amanat.contract.marketplace.OfferStatus;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestLifecycleEvent;
import io.amanat.contract.marketplace.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TradeFoldTest {
    private final Story story = new Story();

    private PaymentFold payment() {
        return Objects.requireNonNull(story.folded().payment);
    }

    private Map<LedgerAccount, String> balances() {
        return payment().balances.all().stream()
                .collect(Collectors.toMap(BalancesFold.Balance::account, BalancesFold.Balance::amount));
    }

    private Story funded() {
        return story.asked()
                .offered()
                .accepted()
                .opened()
                .detected("100")
                .held("100")
                .then(
                        new EscrowEvent.EscrowFunded(story.payment, story.request, story.usdc("100")),
                        new RequestLifecycleEvent.RequestPaymentConfirmed(story.request, story.payment));
    }

    @Test
    void aRequestMovesWithItsOffers() {
        assertThat(story.asked().folded().request.status).isEqualTo(PurchaseRequestStatus.PENDING);
        assertThat(story.offered().folded().request.status).isEqualTo(PurchaseRequestStatus.RECEIVED_OFFERS);
        TradeFold accepted = story.accepted().folded();
        assertThat(accepted.request.status).isEqualTo(PurchaseRequestStatus.PAYMENT_PENDING);
        assertThat(accepted.request.sellerId).isEqualTo(story.seller);
        assertThat(accepted.offers.get(story.offer).status()).isEqualTo(OfferStatus.ACCEPTED);
        assertThat(accepted.payment).isNull();
    }

    @Test
    void moneyIsSeenThenHeldThenFunds() {
        story.asked().offered().accepted().opened();
        assertThat(payment().status).isEqualTo(PaymentStatus.PENDING);
        assertThat(payment().escrowState).isNull();
        story.detected("100");
        assertThat(payment().status).isEqualTo(PaymentStatus.PROCESSING);
        assertThat(balances()).containsEntry(LedgerAccount.CLEARING, "100.00");
        story.held("100");
        assertThat(payment().escrowState).isEqualTo(EscrowState.PARTIAL);
        story.then(new EscrowEvent.EscrowFunded(story.payment, story.request, story.usdc("100")));
        assertThat(payment().status).isEqualTo(PaymentStatus.CONFIRMED);
        assertThat(payment().escrowState).isEqualTo(EscrowState.FUNDED);
        assertThat(payment().held).isEqualTo(story.usdc("100"));
        assertThat(balances())
                .containsEntry(LedgerAccount.EXTERNAL, "-100.00")
                .containsEntry(LedgerAccount.CLEARING, "0.00")
                .containsEntry(LedgerAccount.ESCROW, "100.00");
    }

    @Test
    void aRetractedTransferLeadsBackUnlessOtherMoneyWasSeen() {
        story.asked().offered().accepted().opened().detected("40");
        story.then(new PayInEvent.TransferRetracted(
                story.payment, story.key, story.usdc("10"), story.usdc("30"), Story.HASH));
        assertThat(payment().status).isEqualTo(PaymentStatus.PROCESSING);
        story.then(new PayInEvent.TransferRetracted(
                story.payment, story.key, story.usdc("30"), story.usdc("0"), Story.HASH));
        assertThat(payment().status).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void aRequestWithoutItsLastOfferIsOpenAgain() {
        story.asked()
                .offered()
                .then(new OfferEvent.OfferWithdrawn(story.request, story.offer, PurchaseRequestStatus.PENDING));
        assertThat(story.folded().request.status).isEqualTo(PurchaseRequestStatus.PENDING);
        assertThat(story.folded().offers.get(story.offer).status()).isEqualTo(OfferStatus.WITHDRAWN);
    }

    @Test
    void anExpiredPaymentFailsAndGivesBackWhatCameIn() {
        story.asked().offered().accepted().opened();
        story.then(new PayInEvent.PaymentExpired(story.payment, story.request, story.usdc("0")));
        assertThat(payment().status).isEqualTo(PaymentStatus.FAILED);
        assertThat(payment().escrowState).isEqualTo(EscrowState.FAILED);
    }

    @Test
    void aTradeGoesToThePaidSeller() {
        funded().then(
                        new DeliveryEvent.WorkStarted(story.request),
                        new DeliveryEvent.GoodsShipped(story.request, new Shipment(null, null, null)),
                        new DeliveryEvent.DeliveryHandedOver(story.request));
        assertThat(story.folded().request.status).isEqualTo(PurchaseRequestStatus.DELIVERED);
        story.then(
                        new DeliveryEvent.DeliveryAttemptFailed(story.request, 1, false),
                        new DeliveryEvent.DeliveryConfirmed(story.request, 2),
                        new RequestLifecycleEvent.PurchaseRequestCompleted(
                                story.request, CompletionCause.DELIVERY_CONFIRMED),
                        new EscrowEvent.EscrowReleasable(story.payment, story.request))
                .payoutSigned()
                .then(
                        new CustodyTransferEvent.CustodyTransferFinalised(
                                story.transfer,
                                1,
                                story.payment,
                                TransferKind.RELEASE,
                                story.usdc("99"),
                                Story.HASH,
                                8,
                                Story.HASH),
                        new SettlementEvent.FundsReleased(story.payment, story.transfer, story.usdc("99"), Story.HASH),
                        new SettlementEvent.PlatformFeeTaken(story.payment, story.usdc("1")),
                        new SettlementEvent.PaymentCompleted(story.payment, story.request),
                        new RequestLifecycleEvent.SellerPaid(story.request, story.payment));
        TradeFold paid = story.folded();
        assertThat(paid.request.status).isEqualTo(PurchaseRequestStatus.SELLER_PAID);
        assertThat(paid.request.deliveryAttempts).isEqualTo(2);
        assertThat(payment().status).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payment().escrowState).isEqualTo(EscrowState.RELEASED);
        assertThat(payment().held).isEqualTo(story.usdc("0"));
        assertThat(paid.transfers.get(story.transfer).status()).isEqualTo(CustodyTransferStatus.FINAL);
        assertThat(balances())
                .containsEntry(LedgerAccount.SELLER, "99.00")
                .containsEntry(LedgerAccount.PLATFORM, "1.00")
                .containsEntry(LedgerAccount.ESCROW, "0.00");
    }

    @Test
    void freezesStandBesideOneAnother() {
        funded().then(
                        frozen(FreezeCause.GUARD, "100", FreezeCause.GUARD),
                        frozen(FreezeCause.DISPUTE, "0", FreezeCause.DISPUTE, FreezeCause.GUARD));
        assertThat(payment().frozen()).isEqualTo(FreezeCause.DISPUTE);
        assertThat(balances()).containsEntry(LedgerAccount.DISPUTED, "100.00");
        story.then(unfrozen(FreezeCause.GUARD, "0", FreezeCause.DISPUTE));
        assertThat(payment().frozen()).isEqualTo(FreezeCause.DISPUTE);
        story.then(unfrozen(FreezeCause.DISPUTE, "100"));
        assertThat(payment().frozen()).isNull();
        assertThat(balances()).containsEntry(LedgerAccount.ESCROW, "100.00");
    }

    @Test
    void aReplacementTakesTheMoneyBackFromReleasable() {
        funded().then(
                        new EscrowEvent.EscrowReleasable(story.payment, story.request),
                        frozen(FreezeCause.DISPUTE, "100", FreezeCause.DISPUTE),
                        unfrozen(FreezeCause.DISPUTE, "100", FreezeCause.DISPUTE),
                        new RequestLifecycleEvent.ResumedForReplacement(story.request, story.dispute));
        assertThat(payment().escrowState).isEqualTo(EscrowState.FUNDED);
        assertThat(story.folded().request.status).isEqualTo(PurchaseRequestStatus.IN_PROGRESS);
    }

    @Test
    void aDisputeIsAnsweredAndDecided() {
        funded().then(
                        new DisputeEvent.DisputeOpened(
                                story.dispute,
                                new DisputeCase(
                                        story.payment,
                                        story.request,
                                        story.buyer,
                                        story.seller,
                                        story.buyer,
                                        DisputeCategory.DAMAGED,
                                        story.text(),
                                        story.usdc("100"),
                                        Story.BEGIN)),
                        new RequestLifecycleEvent.PurchaseRequestDisputed(
                                story.request, story.dispute, PurchaseRequestStatus.PAYMENT_CONFIRMED),
                        new DisputeEvent.DisputeResponseReceived(story.dispute, story.seller));
        assertThat(Objects.requireNonNull(story.folded().dispute).status()).isEqualTo(DisputeStatus.UNDER_REVIEW);
        assertThat(story.folded().request.status).isEqualTo(PurchaseRequestStatus.DISPUTED);
        story.then(new DisputeEvent.DisputeResolved(
                story.dispute, story.payment, story.request, Ruling.of(RulingKind.REFUND), null, null));
        assertThat(Objects.requireNonNull(story.folded().dispute).ruling()).isEqualTo(Ruling.of(RulingKind.REFUND));
    }

    private EscrowEvent frozen(FreezeCause cause, String amount, FreezeCause... standing) {
        return new EscrowEvent.EscrowFrozen(story.payment, cause, story.usdc(amount), null, null, List.of(standing));
    }

    private EscrowEvent unfrozen(FreezeCause cause, String amount, FreezeCause... standing) {
        return new EscrowEvent.EscrowUnfrozen(story.payment, cause, story.usdc(amount), null, null, List.of(standing));
    }
}
