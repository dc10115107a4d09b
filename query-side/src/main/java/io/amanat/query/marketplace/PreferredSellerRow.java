package io.amanat.query.marketplace;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@IdClass(PreferredSellerRow.Key.class)
@Table(name = "purchase_request_preferred_sellers")
@SuppressWarnings("NullAway.Init")
class PreferredSellerRow {
    @Id
    UUID purchaseRequestId;

    @Id
    UUID sellerId;

    record Key(UUID purchaseRequestId, UUID sellerId) implements Serializable {}
}
