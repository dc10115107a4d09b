package io.amanat.contract.disputes;

import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.AssetAmount;
import java.time.Instant;

/** What a dispute is about and between whom. {@code openedBy} is the buyer or the seller; the other is the respondent. */
public record DisputeCase(
        PaymentId paymentId,
        PurchaseRequestId requestId,
        UserId buyerId,
        UserId sellerId,
        UserId openedBy,
        DisputeCategory category,
        PersonalText reason,
        AssetAmount atStake,
        Instant respondBy) {
    public UserId respondent() {
        return openedBy.equals(buyerId) ? sellerId : buyerId;
    }

    public boolean party(UserId user) {
        return user.equals(buyerId) || user.equals(sellerId);
    }
}
