package io.amanat.query.escrow;

import io.amanat.query.jpa.NamedEnum;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "funds_ledger_entries")
@SuppressWarnings("NullAway.Init")
class LedgerEntryRow {
    @Id
    UUID id;

    UUID paymentId;

    @JdbcType(NamedEnum.class)
    String entryType;

    @JdbcType(NamedEnum.class)
    String debitAccount;

    @JdbcType(NamedEnum.class)
    String creditAccount;

    @JdbcType(NamedEnum.class)
    String currency;

    long chainId;
    String tokenAddress;
    int tokenDecimals;
    BigDecimal amountUnits;

    @Nullable
    String reason;

    String actor;
    long position;
    int ordinal;

    @Nullable
    String txHash;

    Instant occurredAt;
}
