package io.amanat.domain.marketplace;

import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.OfferStatus;
import io.amanat.contract.marketplace.OfferTerms;
import io.amanat.contract.marketplace.RejectionCause;
import org.jspecify.annotations.Nullable;

/** One offer. {@code asMade} are the first terms, by which a repeated command is recognised. */
record Offer(
        OfferId id,
        UserId sellerId,
        OfferTerms asMade,
        OfferTerms terms,
        OfferStatus status,
        @Nullable RejectionCause rejection) {
    static Offer made(OfferId id, UserId sellerId, OfferTerms terms) {
        return new Offer(id, sellerId, terms, terms, OfferStatus.PENDING, null);
    }

    boolean live() {
        return status == OfferStatus.PENDING || status == OfferStatus.ACTIVE;
    }

    Offer revised(OfferTerms newTerms) {
        return new Offer(id, sellerId, asMade, newTerms, status, rejection);
    }

    Offer now(OfferStatus newStatus) {
        return new Offer(id, sellerId, asMade, terms, newStatus, rejection);
    }

    Offer rejected(RejectionCause cause) {
        return new Offer(id, sellerId, asMade, terms, OfferStatus.REJECTED, cause);
    }
}
