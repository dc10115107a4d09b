package io.amanat.query.marketplace;

import io.amanat.query.jpa.NamedEnum;
import io.amanat.query.jpa.ReadRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "seller_offers")
@SuppressWarnings("NullAway.Init")
class OfferRow extends ReadRow {
    UUID purchaseRequestId;
    UUID sellerId;
    BigDecimal price;

    @JdbcType(NamedEnum.class)
    String currency;

    int deliveryDays;

    @Nullable
    String message;

    String payoutAddress;

    @Nullable
    Instant validUntil;

    @JdbcType(NamedEnum.class)
    String status;

    @Nullable
    @JdbcType(NamedEnum.class)
    String rejectionCause;

    @Nullable
    String rejectionReason;
}
