package io.amanat.query.marketplace;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "purchase_request_seller_delivery_info")
@SuppressWarnings("NullAway.Init")
class ShipmentRow extends Part {
    @Nullable
    String carrier;

    @Nullable
    String trackingNumber;

    @Nullable
    String notes;

    Instant shippedAt;
}
