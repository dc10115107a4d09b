package io.amanat.projection.story;

import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferAccepted;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFailed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFinalised;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFirstApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferHeld;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferMined;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferRedirected;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferReplaced;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferSigned;
import io.amanat.contract.custody.DestinationEvent.DestinationQuarantined;
import io.amanat.contract.custody.DestinationEvent.DestinationSwept;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.disputes.DisputeEvent.DisputeResolved;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseLapsed;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.escrow.PayInEvent.ExcessSetAside;
import io.amanat.contract.escrow.PayInEvent.PaymentCancelled;
import io.amanat.contract.escrow.PayInEvent.PaymentExpired;
import io.amanat.contract.escrow.PayInEvent.TransferRetracted;
import io.amanat.contract.escrow.SettlementCause;
import io.amanat.contract.escrow.SettlementEvent.FundsRefunded;
import io.amanat.contract.escrow.SettlementEvent.PaymentRefunded;
import io.amanat.contract.escrow.SettlementLeg;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserEvent.UserErased;
import io.amanat.contract.identity.UserEvent.UserReinstated;
import io.amanat.contract.identity.UserEvent.UserRoleAssigned;
import io.amanat.contract.identity.UserEvent.UserSuspended;
import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryAttemptFailed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryConfirmed;
import io.amanat.contract.marketplace.DeliveryEvent.GoodsShipped;
import io.amanat.contract.marketplace.OfferEvent.NegotiationOpened;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferEvent.OfferRevised;
import io.amanat.contract.marketplace.OfferEvent.OfferWithdrawn;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RejectionCause;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCancelled;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestDisputed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestEdited;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestRefunded;
import io.amanat.contract.marketplace.RequestLifecycleEvent.ResumedForReplacement;
import io.amanat.contract.marketplace.Shipment;
import java.util.List;

/** Stories that go other ways than {@link Trades}: together they tell every event that a projection shows. */
public final class Branches {
    private Branches() {}

    /** One of each kind, numbered from {@code number} on. */
    public static List<Story> all(long number) {
        return List.of(
                Trades.completed(number),
                Trades.compensated(number + 1),
                edited(number + 2),
                withdrawn(number + 3),
                lapsed(number + 4),
                replaced(number + 5),
                refunded(number + 6),
                cancelled(number + 7),
                Strays.story(number + 8),
                Quoted.story(number + 220),
                Vouched.story(number + 221));
    }

    private static Story edited(long number) {
        Story story = new Story(number).asked();
        return story.then(
                new PurchaseRequestEdited(story.request, Wares.service(story.buyer, story.otherSeller)),
                new PurchaseRequestEdited(story.request, Wares.shipped(story.buyer)),
                new PurchaseRequestEdited(story.request, Wares.service(story.buyer, story.seller)));
    }

    private static Story withdrawn(long number) {
        Story story = new Story(number).offered();
        PersonalText why = story.sealed(story.guard, "why");
        return story.then(
                story.made(story.otherOffer, story.otherSeller, "99.000001"),
                new NegotiationOpened(story.request, story.offer),
                new OfferRevised(story.request, story.offer, story.terms(story.seller, "120")),
                new OfferWithdrawn(story.request, story.offer, PurchaseRequestStatus.RECEIVED_OFFERS),
                new PurchaseRequestCancelled(story.request, CancellationCause.WITHDRAWN, why),
                new OfferRejected(
                        story.request,
                        story.otherOffer,
                        RejectionCause.REQUEST_CANCELLED,
                        null,
                        PurchaseRequestStatus.CANCELLED),
                new UserRoleAssigned(story.otherSeller, Role.GUARD, why, story.guard),
                new UserSuspended(story.otherSeller, why, story.guard),
                new UserReinstated(story.otherSeller, why, story.guard),
                new UserErased(story.otherSeller, why, story.guard),
                PayTo.registered(story),
                PayTo.confirmed(story),
                PayTo.registered(story),
                PayTo.changed(story),
                PayTo.withdrawn(story));
    }

    private static Story lapsed(long number) {
        Story story = new Story(number).opened();
        SettlementLeg back = Trades.leg(story, story.refund, "60");
        TransferInstruction instruction = Trades.instruction(story, back);
        return story.then(
                Trades.seen(story, 1, "60"),
                Trades.seen(story, 2, "40"),
                Screened.down(story),
                Screened.cleared(story),
                Trades.held(story, 1, "60", "60"),
                new TransferRetracted(
                        story.payment, Trades.key(story, 2), Wares.usdt("40"), Wares.usdt("0"), story.hash(500)),
                new PaymentExpired(story.payment, story.request, Wares.usdt("60")),
                Trades.instructed(story, SettlementCause.PAYMENT_WINDOW_LAPSED, "0", back),
                new CustodyTransferInstructed(story.refund, instruction, true),
                new CustodyTransferHeld(story.refund, story.guard, story.sealed(story.guard, "wait")),
                new CustodyTransferApproved(story.refund, 1, instruction, story.guard, story.sealed(story.guard, "go")),
                new CustodyTransferSigned(story.refund, 1, Trades.transaction(story, 7)),
                new CustodyTransferFailed(story.refund, 1, "reverted"),
                new CustodyTransferRedirected(
                        story.refund,
                        1,
                        Story.address(0xA7),
                        instruction.to(),
                        story.guard,
                        story.sealed(story.guard, "listed")),
                new CustodyTransferFirstApproved(story.refund, story.guard, story.sealed(story.guard, "again")),
                new CustodyTransferApproved(
                        story.refund,
                        2,
                        instruction.to(Story.address(0xA7)),
                        story.resolver,
                        story.sealed(story.resolver, "yes")),
                new CustodyTransferSigned(story.refund, 2, Trades.transaction(story, 8)),
                new CustodyTransferReplaced(story.refund, 2, Trades.transaction(story, 9), story.hash(8)),
                new CustodyTransferMined(story.refund, 2, 100, story.hash(10)),
                new CustodyTransferFailed(story.refund, 2, "moved-otherwise: 99 of 100"),
                new CustodyTransferAccepted(story.refund, 2, story.guard, story.sealed(story.guard, "mended")),
                new CustodyTransferFinalised(
                        story.refund, 2, story.payment, back.kind(), back.amount(), story.hash(9), 100, story.hash(10)),
                new FundsRefunded(story.payment, story.refund, back.amount(), story.hash(9)),
                new PaymentRefunded(story.payment, story.request),
                new PurchaseRequestRefunded(story.request, story.payment));
    }

    private static Story replaced(long number) {
        Story story = Trades.delivered(number);
        return story.then(
                new DeliveryConfirmed(story.request, 2),
                new PurchaseRequestCompleted(story.request, CompletionCause.DELIVERY_CONFIRMED),
                new PurchaseRequestDisputed(story.request, story.dispute, PurchaseRequestStatus.COMPLETED),
                new ResumedForReplacement(story.request, story.dispute),
                new GoodsShipped(story.request, new Shipment(null, null, null)),
                new DeliveryAttemptFailed(story.request, 3, true),
                new DestinationSwept(story.destination, Trades.key(story, 1), Story.address(0xCC), Wares.usdt("100")),
                new DestinationQuarantined(story.destination, story.guard, story.sealed(story.guard, "odd")),
                new DestinationSwept(
                        story.destination, Trades.key(story, 2), Story.address(0xCC), Wares.usdt("25.50")));
    }

    private static Story refunded(long number) {
        Story story = Trades.disputed(number);
        return story.then(
                new DisputeResponseLapsed(story.dispute, story.seller),
                new DisputeResolved(
                        story.dispute, story.payment, story.request, Ruling.of(RulingKind.REFUND), null, null));
    }

    private static Story cancelled(long number) {
        Story story = new Story(number).opened();
        return story.then(
                Trades.seen(story, 1, "60"),
                Screened.down(story),
                Screened.rejected(story),
                new TransferRetracted(
                        story.payment, Trades.key(story, 1), Wares.usdt("60"), Wares.usdt("0"), story.hash(500)),
                new PaymentCancelled(story.payment, story.request, story.buyer),
                Trades.seen(story, 2, "125.50"),
                new ExcessSetAside(story.payment, Trades.key(story, 2), Wares.usdt("125.50"), ExcessCause.LATE));
    }
}
