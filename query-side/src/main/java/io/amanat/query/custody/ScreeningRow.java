package io.amanat.query.custody;

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
@Table(name = "transfer_screenings")
@SuppressWarnings("NullAway.Init")
class ScreeningRow extends ReadRow {
    UUID paymentId;
    UUID purchaseRequestId;

    @JdbcType(NamedEnum.class)
    String status;

    @JdbcType(NamedEnum.class)
    String verdict;

    String findings;
    String ruleSetVersion;
    String listVersion;

    @ColumnTransformer(read = "inputs::text")
    String inputs;

    long chainId;
    String txHash;
    long logIndex;
    String fromAddress;
    String toAddress;

    @JdbcType(NamedEnum.class)
    String currency;

    String tokenAddress;
    int tokenDecimals;
    BigDecimal amountUnits;
    Instant screenedAt;

    @Nullable
    UUID decidedBy;

    @Nullable
    String decisionReason;

    @Nullable
    Instant decidedAt;
}
