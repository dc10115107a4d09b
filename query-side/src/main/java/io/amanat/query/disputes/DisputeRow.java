package io.amanat.query.disputes;

import io.amanat.query.jpa.NamedEnum;
import io.amanat.query.jpa.ReadRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "disputes")
@SuppressWarnings("NullAway.Init")
class DisputeRow extends ReadRow {
    UUID paymentId;
    UUID purchaseRequestId;
    UUID buyerId;
    UUID sellerId;
    UUID openedBy;

    @JdbcType(NamedEnum.class)
    String category;

    String reason;

    @JdbcType(NamedEnum.class)
    String status;

    @JdbcType(NamedEnum.class)
    String currency;

    BigDecimal amountAtStake;
    Instant respondBy;

    @Nullable
    Instant respondedAt;

    @Nullable
    Instant responseLapsedAt;

    @ColumnTransformer(read = "evidence::text")
    String evidence;

    @ColumnTransformer(read = "timeline::text")
    String timeline;

    @Nullable
    @JdbcType(NamedEnum.class)
    String ruling;

    @Nullable
    BigDecimal amountToBuyer;

    @Nullable
    BigDecimal amountToSeller;

    @Nullable
    String rationale;

    @Nullable
    UUID resolvedBy;

    @Nullable
    Instant resolvedAt;
}
