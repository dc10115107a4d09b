package io.amanat.api.trade;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.DestinationId;
import io.amanat.contract.custody.screening.ScreeningId;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;

/**
 * Which trade a thing belongs to. Looks into the log, so it knows what the last command did. Every method refuses an unknown id with
 * the not-found rule of its context, also when it is the id of a thing of another kind.
 */
public interface Trades {
    /** The id itself, when there is such a request. */
    PurchaseRequestId known(PurchaseRequestId requestId);

    PurchaseRequestId of(PaymentId paymentId);

    PurchaseRequestId of(DisputeId disputeId);

    PurchaseRequestId of(CustodyTransferId transferId);

    /** Who is to be paid by it. */
    UserId beneficiaryOf(CustodyTransferId transferId);

    PurchaseRequestId of(DestinationId destinationId);

    PurchaseRequestId of(ScreeningId screeningId);

    Parties partiesOf(PaymentId paymentId);

    /** Buyer and seller of the payment that the screened transfer went to. */
    Parties partiesOf(ScreeningId screeningId);

    /** In what the money is held that the dispute is about. */
    Asset assetOf(DisputeId disputeId);

    /** The two sides of a trade. */
    record Parties(UserId buyer, UserId seller) {
        public boolean has(UserId user) {
            return user.equals(buyer) || user.equals(seller);
        }
    }
}
