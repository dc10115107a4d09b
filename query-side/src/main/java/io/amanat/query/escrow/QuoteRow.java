package io.amanat.query.escrow;

import io.amanat.query.jpa.NamedEnum;
import io.amanat.query.jpa.ReadRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;

@Entity
@Immutable
@Table(name = "payment_quotes")
@SuppressWarnings("NullAway.Init")
class QuoteRow extends ReadRow {
    UUID paymentId;
    BigDecimal priceAmount;

    @JdbcType(NamedEnum.class)
    String priceCurrency;

    BigDecimal fxRate;
    BigDecimal tokenPriceUsd;
    int depegAdjustmentBps;
    BigDecimal settleUnits;

    @JdbcType(NamedEnum.class)
    String currency;

    long chainId;
    String tokenAddress;
    int tokenDecimals;
    Instant quotedAt;
    Instant expiresAt;
    Instant payableUntil;
}
