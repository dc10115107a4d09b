package io.amanat.query.marketplace;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.Role;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.query.jpa.Where;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Who sees which purchase request. One that may not be seen is refused exactly as one that is not there. */
@Component
class Visibility {
    private static final List<String> TAKING_OFFERS = Stream.of(
                    PurchaseRequestStatus.PENDING,
                    PurchaseRequestStatus.RECEIVED_OFFERS,
                    PurchaseRequestStatus.IN_NEGOTIATION)
            .map(PurchaseRequestStatus::wire)
            .toList();

    private final RequestRows requests;

    Visibility(RequestRows requests) {
        this.requests = requests;
    }

    /** The buyer, its sellers, every seller while it takes offers; staff sees every request. */
    static Specification<RequestRow> visible(Caller caller) {
        if (caller.staff()) {
            return Specification.unrestricted();
        }
        UUID me = caller.requireUserId().value();
        Specification<RequestRow> mine = Where.<RequestRow>partyOf(caller).or(offeredBy(me));
        return caller.role() == Role.SELLER ? mine.or(Where.oneOf("status", TAKING_OFFERS)) : mine;
    }

    static Specification<RequestRow> offeredBy(UUID seller) {
        return (row, query, criteria) -> {
            Subquery<UUID> offered = query.subquery(UUID.class);
            Root<OfferRow> offer = offered.from(OfferRow.class);
            offered.select(offer.get("purchaseRequestId")).where(criteria.equal(offer.get("sellerId"), seller));
            return row.get("id").in(offered);
        };
    }

    RequestRow request(UUID requestId, Caller caller) {
        return find(Where.<RequestRow>is("id", requestId).and(visible(caller)));
    }

    /** Buyer, accepted seller and staff only. */
    RequestRow trade(UUID requestId, Caller caller) {
        return find(Where.<RequestRow>is("id", requestId).and(Where.partyOf(caller)));
    }

    private RequestRow find(Specification<RequestRow> which) {
        return requests.findOne(which).orElseThrow(() -> new RuleViolated(MarketplaceRule.NO_SUCH_REQUEST));
    }

    /** Buyer, accepted seller or staff. */
    static boolean party(RequestRow row, Caller caller) {
        UUID me = caller.requireUserId().value();
        return caller.staff() || me.equals(row.buyerId) || me.equals(row.sellerId);
    }
}
