package io.amanat.domain.marketplace;

import static io.amanat.domain.marketplace.Trade.*;

import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestCommand;
import io.amanat.contract.marketplace.PurchaseRequestCommand.*;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Commands that are sometimes sensible, and sometimes not. */
final class RandomCommands {
    private static final int KINDS = 21;

    private final Random random;

    RandomCommands(Random random) {
        this.random = random;
    }

    PurchaseRequestCommand next() {
        UserId buyer = mostly(BUYER, STRANGER);
        UserId seller = mostly(SELLER, OTHER_SELLER);
        return switch (random.nextInt(KINDS)) {
            case 0 -> create(details(pick(List.of(DeliveryMethod.values())), "title"));
            case 1 -> new EditPurchaseRequest(REQUEST, buyer, details(DeliveryMethod.PICKUP, "t" + random.nextInt(3)));
            case 2 -> random.nextInt(10) == 0 ? new WithdrawPurchaseRequest(REQUEST, buyer, null) : accept();
            case 3 -> new MakeOffer(REQUEST, offerId(), seller, terms("125.50"));
            case 4 -> new ReviseOffer(REQUEST, offerId(), seller, terms(Integer.toString(random.nextInt(4))));
            case 5 -> new WithdrawOffer(REQUEST, offerId(), seller);
            case 6 -> new OpenNegotiation(REQUEST, offerId(), buyer);
            case 7 -> new RejectOffer(REQUEST, offerId(), buyer, null);
            case 8 -> new AcceptOffer(REQUEST, offerId(), buyer, PAYMENT, PaymentProvider.AMN_SCANNER, USDT, REFUND_TO);
            case 9 -> new ConfirmRequestPayment(REQUEST, mostly(PAYMENT, OTHER_PAYMENT));
            case 10 ->
                random.nextInt(10) == 0
                        ? new CancelRequest(REQUEST, pick(List.of(CancellationCause.values())))
                        : new ConfirmRequestPayment(REQUEST, PAYMENT);
            case 11 -> new StartWork(REQUEST, seller);
            case 12 -> new ShipGoods(REQUEST, seller, SHIPMENT);
            case 13 -> new HandOver(REQUEST, seller);
            case 14 -> new IssueDeliveryCode(REQUEST, buyer, random.nextBoolean() ? CODE : WRONG);
            case 15 -> new ConfirmDelivery(REQUEST, buyer, random.nextBoolean() ? CODE : WRONG);
            case 16 -> random.nextInt(4) == 0 ? new LapseInspection(REQUEST) : new HandOver(REQUEST, SELLER);
            case 17 -> random.nextInt(4) == 0 ? new MarkDisputed(REQUEST, DISPUTE) : new StartWork(REQUEST, SELLER);
            case 18 -> new ResumeForReplacement(REQUEST, mostly(DISPUTE, OTHER_DISPUTE));
            case 19 ->
                random.nextBoolean()
                        ? new CompleteByRuling(REQUEST, mostly(DISPUTE, OTHER_DISPUTE))
                        : new MarkSellerPaid(REQUEST, mostly(PAYMENT, OTHER_PAYMENT));
            default ->
                random.nextInt(4) == 0
                        ? new MarkRefunded(REQUEST, mostly(PAYMENT, OTHER_PAYMENT))
                        : new MarkDisputed(REQUEST, OTHER_DISPUTE);
        };
    }

    private OfferId offerId() {
        return mostly(OFFER, random.nextBoolean() ? OTHER_OFFER : new OfferId(new UUID(3, 3 + random.nextInt(20))));
    }

    private <T> T mostly(T usual, T other) {
        return random.nextInt(5) == 0 ? other : usual;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
