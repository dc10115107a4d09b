package io.amanat.query.marketplace;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The child rows of one purchase request. */
@Component
class RequestParts {
    private final EntityManager entities;

    RequestParts(EntityManager entities) {
        this.entities = entities;
    }

    <P extends Part> @Nullable P find(Class<P> type, UUID requestId) {
        return entities.find(type, requestId);
    }

    /** In the buyer's order. */
    List<SpecificationRow> specifications(UUID requestId) {
        return entities.createQuery(
                        "from SpecificationRow where purchaseRequestId = :request order by ordinal",
                        SpecificationRow.class)
                .setParameter("request", requestId)
                .getResultList();
    }

    List<UUID> preferredSellers(UUID requestId) {
        return entities
                .createQuery(
                        "from PreferredSellerRow where purchaseRequestId = :request order by sellerId",
                        PreferredSellerRow.class)
                .setParameter("request", requestId)
                .getResultList()
                .stream()
                .map(row -> row.sellerId)
                .toList();
    }
}
