package io.amanat.domain.marketplace;

import io.amanat.contract.marketplace.OfferEvent.NegotiationOpened;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferStatus;
import io.amanat.contract.marketplace.PurchaseRequestCommand.OpenNegotiation;
import io.amanat.contract.marketplace.PurchaseRequestCommand.RejectOffer;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.RejectionCause;
import java.util.List;

/** The buyer talks about an offer or turns it down. */
final class Choosing {
    private Choosing() {}

    static List<PurchaseRequestEvent> negotiate(RequestState request, OpenNegotiation command) {
        Asked.byBuyer(request, command.by());
        Offer offer = Asked.forOffer(request, command.offerId());
        Asked.changeable(request, offer);
        if (offer.status() == OfferStatus.ACTIVE) {
            return List.of();
        }
        return List.of(new NegotiationOpened(command.requestId(), command.offerId()));
    }

    static List<PurchaseRequestEvent> reject(RequestState request, RejectOffer command) {
        Asked.byBuyer(request, command.by());
        Offer offer = Asked.forOffer(request, command.offerId());
        if (offer.rejection() == RejectionCause.BY_BUYER) {
            return List.of();
        }
        Asked.changeable(request, offer);
        return List.of(new OfferRejected(
                command.requestId(),
                command.offerId(),
                RejectionCause.BY_BUYER,
                command.reason(),
                request.offers().openStatusWithout(offer.id())));
    }
}
