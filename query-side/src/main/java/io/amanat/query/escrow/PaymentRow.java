package io.amanat.query.escrow;

import io.amanat.query.jpa.NamedEnum;
import io.amanat.query.jpa.ReadRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "payments")
@SuppressWarnings("NullAway.Init")
class PaymentRow extends ReadRow {
    @Nullable
    UUID purchaseRequestId;

    @Nullable
    UUID sellerOfferId;

    UUID buyerId;
    UUID sellerId;

    @JdbcType(NamedEnum.class)
    String provider;

    @JdbcType(NamedEnum.class)
    String status;

    @Nullable
    @JdbcType(NamedEnum.class)
    String escrowState;

    @JdbcType(NamedEnum.class)
    String currency;

    long chainId;
    String tokenAddress;
    int tokenDecimals;
    BigDecimal amountUnits;
    BigDecimal heldUnits;
    int platformFeeBps;
    int toleranceBps;
    String refundAddress;
    String payoutAddress;
    UUID destinationId;
    String destinationAddress;
    Instant payBy;

    @Nullable
    @JdbcType(NamedEnum.class)
    String freezeCause;

    @Formula("exists (select 1 from transfer_screenings s where s.payment_id = id and s.status = 'held')")
    boolean heldForSafetyCheck;

    @Nullable
    @JdbcType(NamedEnum.class)
    String settlementCause;

    @Nullable
    UUID offChainId;

    @Nullable
    String offChainStatus;

    @Nullable
    String offChainEvidence;

    @Nullable
    UUID offChainConfirmedBy;

    @Nullable
    Instant fundedAt;

    @Nullable
    Instant settledAt;
}
