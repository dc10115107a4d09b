package io.amanat.query.custody;

import io.amanat.query.view.Presentation;
import io.amanat.query.view.TokenAmountView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A custody transfer. Which guard approved or held it, and why, only staff sees.
 *
 * @param firstApprovedBy of two guards, where two are needed; {@code approvedBy} is the second
 * @param formerTo where it was to go before a guard redirected it to another address of its recipient
 * @param acceptedBy the guard who took it for done although it moved something else than was instructed
 */
record TransferView(
        UUID id,
        UUID paymentId,
        UUID requestId,
        UUID beneficiaryId,
        String kind,
        String status,
        boolean guardRequired,
        String to,
        TokenAmountView amount,
        int attempt,
        @Nullable UUID firstApprovedBy,
        @Nullable String firstApprovalReason,
        @Nullable Instant firstApprovedAt,
        @Nullable UUID approvedBy,
        @Nullable String approvalReason,
        @Nullable Instant approvedAt,
        @Nullable UUID heldBy,
        @Nullable String holdReason,
        @Nullable Instant heldAt,
        @Nullable String from,
        @Nullable Long nonce,
        @Nullable String txHash,
        @Nullable Long blockNumber,
        @Nullable String blockHash,
        @Nullable String failureReason,
        @Nullable UUID acceptedBy,
        @Nullable String acceptanceReason,
        @Nullable Instant acceptedAt,
        @Nullable String formerTo,
        @Nullable UUID redirectedBy,
        @Nullable String redirectionReason,
        @Nullable Instant redirectedAt,
        @Nullable Instant finalAt,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static TransferView of(TransferRow row, boolean staff, Presentation show) {
        return new TransferView(
                row.id(),
                row.paymentId,
                row.purchaseRequestId,
                row.beneficiaryId,
                row.kind,
                row.status,
                row.guardRequired,
                show.address(row.toAddress),
                show.amount(row.amountUnits, row.currency, row.chainId, row.tokenAddress, row.tokenDecimals),
                row.attempt,
                staff ? row.firstApprovedBy : null,
                staff ? show.textOrNull(row.firstApprovalReason) : null,
                row.firstApprovedAt,
                staff ? row.approvedBy : null,
                staff ? show.textOrNull(row.approvalReason) : null,
                row.approvedAt,
                staff ? row.heldBy : null,
                staff ? show.textOrNull(row.holdReason) : null,
                row.heldAt,
                row.fromAccount == null ? null : show.address(row.fromAccount),
                row.nonce,
                row.txHash,
                row.blockNumber,
                row.blockHash,
                row.failureReason,
                staff ? row.acceptedBy : null,
                staff ? show.textOrNull(row.acceptanceReason) : null,
                row.acceptedAt,
                row.formerAddress == null ? null : show.address(row.formerAddress),
                staff ? row.redirectedBy : null,
                staff ? show.textOrNull(row.redirectionReason) : null,
                row.redirectedAt,
                row.finalAt,
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }
}
