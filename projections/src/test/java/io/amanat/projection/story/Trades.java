package io.amanat.projection.story;

import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferBroadcast;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFinalised;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferMined;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferSigned;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.disputes.DisputeCase;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeEvent.DisputeOpened;
import io.amanat.contract.disputes.DisputeEvent.DisputeResolved;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseReceived;
import io.amanat.contract.disputes.DisputeEvent.EvidenceAdded;
import io.amanat.contract.disputes.DisputeEvent.TimelineEntryAdded;
import io.amanat.contract.disputes.Evidence;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.escrow.EscrowEvent.DisputeRaised;
import io.amanat.contract.escrow.EscrowEvent.EscrowFrozen;
import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowEvent.EscrowReleasable;
import io.amanat.contract.escrow.EscrowEvent.EscrowUnfrozen;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PayInEvent.FundsHeld;
import io.amanat.contract.escrow.PayInEvent.TransferDetected;
import io.amanat.contract.escrow.SettlementCause;
import io.amanat.contract.escrow.SettlementEvent.FundsRefunded;
import io.amanat.contract.escrow.SettlementEvent.FundsReleased;
import io.amanat.contract.escrow.SettlementEvent.PaymentCompleted;
import io.amanat.contract.escrow.SettlementEvent.PlatformFeeTaken;
import io.amanat.contract.escrow.SettlementEvent.SettlementInstructed;
import io.amanat.contract.escrow.SettlementLeg;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryAttemptFailed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryCodeIssued;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryConfirmed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryHandedOver;
import io.amanat.contract.marketplace.DeliveryEvent.GoodsShipped;
import io.amanat.contract.marketplace.DeliveryEvent.WorkStarted;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestDisputed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.RequestPaymentConfirmed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.SellerPaid;
import io.amanat.contract.marketplace.Shipment;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import java.time.Duration;
import java.util.List;

/** Stories from beginning to end, as the aggregates and sagas tell them. */
public final class Trades {
    private Trades() {}

    public static Story paid(long number) {
        Story story = new Story(number).opened();
        return story.then(
                seen(story, 1, "125.50"),
                held(story, 1, "125.50", "125.50"),
                new EscrowFunded(story.payment, story.request, Wares.usdt("125.50")),
                new RequestPaymentConfirmed(story.request, story.payment));
    }

    public static Story delivered(long number) {
        Story story = paid(number);
        return story.then(
                new WorkStarted(story.request),
                new GoodsShipped(story.request, new Shipment(story.sealed(story.seller, "carrier"), null, null)),
                new DeliveryHandedOver(story.request),
                new DeliveryCodeIssued(story.request, new DeliveryCodeHash("a".repeat(64))),
                new DeliveryAttemptFailed(story.request, 1, false));
    }

    /** Confirmed with the code and paid out, less a fee of 2.5 %. */
    public static Story completed(long number) {
        Story story = delivered(number);
        SettlementLeg leg = leg(story, story.release, "122.3625");
        story.then(
                new DeliveryConfirmed(story.request, 2),
                new PurchaseRequestCompleted(story.request, CompletionCause.DELIVERY_CONFIRMED),
                new EscrowReleasable(story.payment, story.request),
                instructed(story, SettlementCause.COMPLETION, "3.1375", leg));
        return paidOut(story, leg)
                .then(
                        new FundsReleased(story.payment, leg.transferId(), leg.amount(), story.hash(99)),
                        new PlatformFeeTaken(story.payment, Wares.usdt("3.1375")),
                        new PaymentCompleted(story.payment, story.request),
                        new SellerPaid(story.request, story.payment));
    }

    public static Story disputed(long number) {
        Story story = delivered(number);
        return story.then(
                raised(story),
                frozen(story, FreezeCause.DISPUTE, "125.50", FreezeCause.DISPUTE),
                new PurchaseRequestDisputed(story.request, story.dispute, PurchaseRequestStatus.DELIVERED),
                new DisputeOpened(story.dispute, disputeCase(story)));
    }

    /** Argued, and split by a resolver: 25.50 back to the buyer, the rest to the seller. */
    public static Story compensated(long number) {
        Story story = disputed(number);
        SettlementLeg back = leg(story, story.refund, "25.50");
        SettlementLeg out = leg(story, story.release, "97.50");
        Ruling ruling = Ruling.compensation(Wares.usdt("25.50"), Wares.usdt("100"));
        story.then(
                new EvidenceAdded(
                        story.dispute,
                        story.buyer,
                        new Evidence(story.id(60), story.sealed(story.buyer, "broken"), "c".repeat(64))),
                new TimelineEntryAdded(story.dispute, story.seller, story.id(61), story.sealed(story.seller, "wasNot")),
                new DisputeResponseReceived(story.dispute, story.seller),
                new EvidenceAdded(
                        story.dispute,
                        story.seller,
                        new Evidence(story.id(62), story.sealed(story.seller, "photo"), null)),
                new DisputeResolved(
                        story.dispute,
                        story.payment,
                        story.request,
                        ruling,
                        story.resolver,
                        story.sealed(story.resolver, "because")),
                unfrozen(story, FreezeCause.DISPUTE, "125.50"),
                instructed(story, SettlementCause.RULING, "2.50", back, out),
                new PurchaseRequestCompleted(story.request, CompletionCause.RULING));
        paidOut(story, back).then(new FundsRefunded(story.payment, back.transferId(), back.amount(), story.hash(98)));
        return paidOut(story, out)
                .then(
                        new FundsReleased(story.payment, out.transferId(), out.amount(), story.hash(99)),
                        new PlatformFeeTaken(story.payment, Wares.usdt("2.50")),
                        new PaymentCompleted(story.payment, story.request),
                        new SellerPaid(story.request, story.payment));
    }

    /** The way of one custody transfer, from its instruction to finality. */
    public static Story paidOut(Story story, SettlementLeg leg) {
        CustodyTransferId id = leg.transferId();
        TransferInstruction instruction = instruction(story, leg);
        return story.then(
                new CustodyTransferInstructed(id, instruction, true),
                new CustodyTransferApproved(id, 1, instruction, story.guard, story.sealed(story.guard, "checked")),
                new CustodyTransferSigned(id, 1, transaction(story, 1)),
                new CustodyTransferBroadcast(id, 1, story.hash(1)),
                new CustodyTransferMined(id, 1, 100, story.hash(2)),
                new CustodyTransferFinalised(
                        id, 1, story.payment, leg.kind(), leg.amount(), story.hash(1), 101, story.hash(3)));
    }

    public static TransferInstruction instruction(Story story, SettlementLeg leg) {
        return new TransferInstruction(
                story.payment,
                story.request,
                story.buyer,
                story.seller,
                leg.kind(),
                leg.beneficiary(),
                leg.to(),
                leg.amount());
    }

    public static SignedTransaction transaction(Story story, long nonce) {
        return new SignedTransaction(Wares.CHAIN, Story.address(0xC0), nonce, story.hash(nonce), "0xab");
    }

    public static SettlementLeg leg(Story story, CustodyTransferId id, String amount) {
        boolean release = id.equals(story.release);
        UserId beneficiary = release ? story.seller : story.buyer;
        EvmAddress to = Story.address(release ? 0xA2 : 0xA1);
        return new SettlementLeg(
                id, release ? TransferKind.RELEASE : TransferKind.REFUND, beneficiary, to, Wares.usdt(amount));
    }

    public static SettlementInstructed instructed(
            Story story, SettlementCause cause, String fee, SettlementLeg... legs) {
        return new SettlementInstructed(
                story.payment, story.request, story.buyer, story.seller, cause, List.of(legs), Wares.usdt(fee));
    }

    public static TransferKey key(Story story, int n) {
        return new TransferKey(Wares.CHAIN, story.hash(1000 + n), n);
    }

    public static TransferDetected seen(Story story, int n, String amount) {
        ObservedTransfer transfer = new ObservedTransfer(
                key(story, n), Story.address(0xEE), story.depositAddress(), Wares.usdt(amount), 50, story.hash(500));
        return new TransferDetected(story.payment, transfer);
    }

    public static FundsHeld held(Story story, int n, String amount, String total) {
        return new FundsHeld(story.payment, key(story, n), Wares.usdt(amount), Wares.usdt(total));
    }

    public static EscrowFrozen frozen(Story story, FreezeCause cause, String amount, FreezeCause... standing) {
        return new EscrowFrozen(
                story.payment,
                cause,
                Wares.usdt(amount),
                cause == FreezeCause.DISPUTE ? story.dispute : null,
                null,
                List.of(standing));
    }

    public static EscrowUnfrozen unfrozen(Story story, FreezeCause cause, String amount, FreezeCause... standing) {
        return new EscrowUnfrozen(
                story.payment,
                cause,
                Wares.usdt(amount),
                cause == FreezeCause.DISPUTE ? story.dispute : null,
                null,
                List.of(standing));
    }

    private static DisputeRaised raised(Story story) {
        return new DisputeRaised(
                story.payment,
                story.request,
                story.dispute,
                story.buyer,
                story.buyer,
                story.seller,
                DisputeCategory.DAMAGED,
                story.sealed(story.buyer, "reason"),
                atStake());
    }

    public static DisputeCase disputeCase(Story story) {
        return new DisputeCase(
                story.payment,
                story.request,
                story.buyer,
                story.seller,
                story.buyer,
                DisputeCategory.DAMAGED,
                story.sealed(story.buyer, "reason"),
                atStake(),
                Log.START.plus(Duration.ofDays(3)));
    }

    private static AssetAmount atStake() {
        return Wares.usdt("125.50");
    }
}
