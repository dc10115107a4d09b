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
@Table(name = "purchase_requests")
@SuppressWarnings("NullAway.Init")
class RequestRow extends ReadRow {
    UUID buyerId;
    String title;
    String description;

    @JdbcType(NamedEnum.class)
    String productType;

    BigDecimal budgetMin;
    BigDecimal budgetMax;

    @JdbcType(NamedEnum.class)
    String budgetCurrency;

    @JdbcType(NamedEnum.class)
    String urgency;

    int quantity;

    @JdbcType(NamedEnum.class)
    String status;

    @Nullable
    UUID acceptedOfferId;

    @Nullable
    UUID sellerId;

    @Nullable
    UUID paymentId;

    @Nullable
    UUID disputeId;

    @Nullable
    @JdbcType(NamedEnum.class)
    String cancellationCause;

    @Nullable
    String cancellationReason;

    @Nullable
    @JdbcType(NamedEnum.class)
    String completionCause;

    @Nullable
    Instant completedAt;
}
