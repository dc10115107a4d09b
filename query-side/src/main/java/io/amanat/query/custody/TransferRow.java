package io.amanat.query.custody;

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
@Table(name = "custody_transfers")
@SuppressWarnings("NullAway.Init")
class TransferRow extends ReadRow {
    UUID paymentId;
    UUID purchaseRequestId;
    UUID buyerId;
    UUID sellerId;
    UUID beneficiaryId;

    @JdbcType(NamedEnum.class)
    String kind;

    @JdbcType(NamedEnum.class)
    String status;

    boolean guardRequired;
    String toAddress;

    @JdbcType(NamedEnum.class)
    String currency;

    long chainId;
    String tokenAddress;
    int tokenDecimals;
    BigDecimal amountUnits;
    int attempt;

    @Nullable
    UUID firstApprovedBy;

    @Nullable
    String firstApprovalReason;

    @Nullable
    Instant firstApprovedAt;

    @Nullable
    UUID approvedBy;

    @Nullable
    String approvalReason;

    @Nullable
    Instant approvedAt;

    @Nullable
    UUID heldBy;

    @Nullable
    String holdReason;

    @Nullable
    Instant heldAt;

    @Nullable
    String fromAccount;

    @Nullable
    Long nonce;

    @Nullable
    String txHash;

    @Nullable
    Long blockNumber;

    @Nullable
    String blockHash;

    @Nullable
    String failureReason;

    @Nullable
    UUID acceptedBy;

    @Nullable
    String acceptanceReason;

    @Nullable
    Instant acceptedAt;

    @Nullable
    String formerAddress;

    @Nullable
    UUID redirectedBy;

    @Nullable
    String redirectionReason;

    @Nullable
    Instant redirectedAt;

    @Nullable
    Instant finalAt;
}
