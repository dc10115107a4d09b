package io.amanat.query.audit;

import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.OfferEvent;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.OfferStatus;
import io.amanat.contract.money.Money;

/** What its events make of an offer. */
record OfferFold(OfferId id, UserId sellerId, OfferStatus status, Money price) {
    static OfferFold made(OfferEvent.OfferMade event) {
        return new OfferFold(
                event.offerId(),
                event.sellerId(),
                OfferStatus.PENDING,
                event.terms().price());
    }

    OfferFold after(OfferEvent event) {
        return switch (event) {
            case OfferEvent.OfferMade _, OfferEvent.OfferQuoted _ -> this;
            case OfferEvent.OfferRevised e ->
                new OfferFold(id, sellerId, status, e.terms().price());
            case OfferEvent.OfferWithdrawn _ -> with(OfferStatus.WITHDRAWN);
            case OfferEvent.NegotiationOpened _ -> with(OfferStatus.ACTIVE);
            case OfferEvent.OfferRejected _ -> with(OfferStatus.REJECTED);
            case OfferEvent.OfferAccepted _ -> with(OfferStatus.ACCEPTED);
        };
    }

    private OfferFold with(OfferStatus next) {
        return new OfferFold(id, sellerId, next, price);
    }
}
