package io.amanat.projection.fold;

import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestCommand;
import io.amanat.contract.marketplace.PurchaseRequestCommand.AcceptOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CancelRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CompleteByRuling;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmDelivery;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmRequestPayment;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CreatePurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.EditPurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.HandOver;
import io.amanat.contract.marketplace.PurchaseRequestCommand.IssueDeliveryCode;
import io.amanat.contract.marketplace.PurchaseRequestCommand.LapseInspection;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MakeOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkDisputed;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkRefunded;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkSellerPaid;
import io.amanat.contract.marketplace.PurchaseRequestCommand.OpenNegotiation;
import io.amanat.contract.marketplace.PurchaseRequestCommand.RejectOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ResumeForReplacement;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ReviseOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ShipGoods;
import io.amanat.contract.marketplace.PurchaseRequestCommand.StartWork;
import io.amanat.contract.marketplace.PurchaseRequestCommand.WithdrawOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.WithdrawPurchaseRequest;
import io.amanat.contract.marketplace.Shipment;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Wares;
import java.util.Random;

/** Commands in random order, sensible and senseless, more of those that lead on. */
final class RequestCommands {
    private static final DeliveryCodeHash CODE = new DeliveryCodeHash("a".repeat(64));
    private static final DeliveryCodeHash WRONG = new DeliveryCodeHash("b".repeat(64));

    private final Story story;
    private final Random random;
    private int disputes;

    RequestCommands(Story story, Random random) {
        this.story = story;
        this.random = random;
    }

    PurchaseRequestCommand next() {
        return switch (random.nextInt(24)) {
            case 0, 1 -> new CreatePurchaseRequest(story.request, story.buyer, Wares.shipped(story.buyer));
            case 2 -> edit();
            case 3 ->
                seldom()
                        ? new WithdrawPurchaseRequest(story.request, story.buyer, null)
                        : new StartWork(story.request, seller());
            case 4, 5 -> make();
            case 6 -> new ReviseOffer(story.request, offer(), seller(), story.terms(seller(), price()));
            case 7 -> new WithdrawOffer(story.request, offer(), seller());
            case 8 -> new OpenNegotiation(story.request, offer(), story.buyer);
            case 9 -> new RejectOffer(story.request, offer(), story.buyer, null);
            case 10 -> random.nextInt(3) == 0 ? accept() : make();
            case 11, 12 -> new ConfirmRequestPayment(story.request, story.payment);
            case 13 -> seldom() ? new CancelRequest(story.request, CancellationCause.PAYMENT_WINDOW_LAPSED) : make();
            case 14 -> new StartWork(story.request, seller());
            case 15 -> ship();
            case 16 -> new HandOver(story.request, seller());
            case 17 -> new IssueDeliveryCode(story.request, story.buyer, CODE);
            case 18 -> new ConfirmDelivery(story.request, story.buyer, random.nextInt(3) == 0 ? CODE : WRONG);
            case 19 ->
                random.nextInt(3) == 0 ? new LapseInspection(story.request) : new HandOver(story.request, seller());
            case 20 -> random.nextInt(3) == 0 ? new MarkDisputed(story.request, nextDispute()) : ship();
            case 21 -> new ResumeForReplacement(story.request, dispute());
            case 22 ->
                random.nextInt(4) == 0
                        ? new CompleteByRuling(story.request, dispute())
                        : new MarkSellerPaid(story.request, story.payment);
            default ->
                random.nextInt(8) == 0
                        ? new MarkRefunded(story.request, story.payment)
                        : new MarkSellerPaid(story.request, story.payment);
        };
    }

    private PurchaseRequestCommand ship() {
        return new ShipGoods(story.request, seller(), new Shipment(null, null, null));
    }

    private PurchaseRequestCommand edit() {
        return new EditPurchaseRequest(
                story.request,
                story.buyer,
                random.nextInt(5) == 0 ? Wares.service(story.buyer, story.seller) : Wares.shipped(story.buyer));
    }

    private PurchaseRequestCommand make() {
        UserId by = seller();
        OfferId id = random.nextInt(3) == 0
                ? new OfferId(story.id(100 + random.nextInt(30)))
                : by.equals(story.seller) ? story.offer : story.otherOffer;
        return new MakeOffer(story.request, id, by, story.terms(by, price()));
    }

    private PurchaseRequestCommand accept() {
        return new AcceptOffer(
                story.request,
                offer(),
                story.buyer,
                story.payment,
                PaymentProvider.AMN_SCANNER,
                Wares.USDT,
                Story.address(0xA1));
    }

    private OfferId offer() {
        return switch (random.nextInt(4)) {
            case 0 -> new OfferId(story.id(100 + random.nextInt(30)));
            case 1 -> story.otherOffer;
            default -> story.offer;
        };
    }

    private UserId seller() {
        return random.nextBoolean() ? story.seller : story.otherSeller;
    }

    private String price() {
        return Integer.toString(1 + random.nextInt(200));
    }

    private DisputeId nextDispute() {
        disputes++;
        return dispute();
    }

    private DisputeId dispute() {
        return new DisputeId(story.id(1000 + disputes));
    }

    private boolean seldom() {
        return random.nextInt(6) == 0;
    }
}
