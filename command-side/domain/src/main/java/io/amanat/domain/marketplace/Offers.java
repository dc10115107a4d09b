package io.amanat.domain.marketplace;

import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.OfferEvent;
import io.amanat.contract.marketplace.OfferEvent.NegotiationOpened;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferEvent.OfferQuoted;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferEvent.OfferRevised;
import io.amanat.contract.marketplace.OfferEvent.OfferWithdrawn;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.OfferStatus;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Every offer ever made on a request, live or not, in the order in which they came. */
record Offers(List<Offer> all) {
    static final int OFFERS_MAX = 100;

    Offers {
        all = List.copyOf(all);
    }

    Optional<Offer> find(OfferId id) {
        return all.stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    List<Offer> live() {
        return all.stream().filter(Offer::live).toList();
    }

    boolean full() {
        return all.size() >= OFFERS_MAX;
    }

    boolean hasLiveOfferOf(UserId seller) {
        return live().stream().anyMatch(offer -> offer.sellerId().equals(seller));
    }

    /** Where an open request with these offers stands. */
    PurchaseRequestStatus openStatus() {
        return openStatus(live());
    }

    /** Where an open request would stand if {@code gone} were no longer live. */
    PurchaseRequestStatus openStatusWithout(OfferId gone) {
        return openStatus(
                live().stream().filter(offer -> !offer.id().equals(gone)).toList());
    }

    private static PurchaseRequestStatus openStatus(List<Offer> live) {
        if (live.isEmpty()) {
            return PurchaseRequestStatus.PENDING;
        }
        return live.stream().anyMatch(offer -> offer.status() == OfferStatus.ACTIVE)
                ? PurchaseRequestStatus.IN_NEGOTIATION
                : PurchaseRequestStatus.RECEIVED_OFFERS;
    }

    Offers after(OfferEvent event) {
        return switch (event) {
            case OfferMade made ->
                new Offers(Stream.concat(
                                all.stream(), Stream.of(Offer.made(made.offerId(), made.sellerId(), made.terms())))
                        .toList());
            case OfferRevised revised -> with(event, offer -> offer.revised(revised.terms()));
            case OfferWithdrawn _ -> with(event, offer -> offer.now(OfferStatus.WITHDRAWN));
            case NegotiationOpened _ -> with(event, offer -> offer.now(OfferStatus.ACTIVE));
            case OfferRejected rejected -> with(event, offer -> offer.rejected(rejected.cause()));
            case OfferQuoted _ -> this;
            case OfferAccepted _ -> with(event, offer -> offer.now(OfferStatus.ACCEPTED));
        };
    }

    private Offers with(OfferEvent event, UnaryOperator<Offer> change) {
        return new Offers(all.stream()
                .map(offer -> offer.id().equals(event.offerId()) ? change.apply(offer) : offer)
                .toList());
    }
}
