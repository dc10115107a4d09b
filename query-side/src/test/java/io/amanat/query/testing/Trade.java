package io.amanat.query.testing;

import java.util.UUID;

/** One funded trade with everybody who may or may not look at it. */
public record Trade(
        UUID buyer, UUID seller, UUID otherSeller, UUID request, UUID offer, UUID otherOffer, UUID payment) {
    public static Trade funded(Rows rows) {
        UUID buyer = rows.user("buyer");
        UUID seller = rows.user("seller");
        UUID other = rows.user("seller");
        UUID request = rows.request(buyer, "payment_confirmed");
        UUID offer = rows.offer(request, seller, "accepted");
        UUID otherOffer = rows.offer(request, other, "withdrawn");
        UUID payment = rows.payment(request, offer, buyer, seller);
        return new Trade(buyer, seller, other, request, offer, otherOffer, payment);
    }
}
