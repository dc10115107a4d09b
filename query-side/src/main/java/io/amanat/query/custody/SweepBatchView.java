package io.amanat.query.custody;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sweeps that were planned and are approved together.
 *
 * @param state planned, approved or cancelled; how far each of its sweeps is, they say themselves
 * @param sweeps absent in lists
 */
record SweepBatchView(
        UUID id,
        long chainId,
        String to,
        String state,
        String plannedBy,
        Instant plannedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String approvalReason,
        @Nullable String cancelledBy,
        @Nullable Instant cancelledAt,
        @Nullable String cancellationReason,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<SweepView> sweeps) {

    /**
     * One transfer of one token from one deposit address.
     *
     * @param amountUnits in the token's smallest unit
     * @param unsigned what the operator is to sign; absent before it is priced and given gas, and once it is signed
     * @param failure why it failed or was cancelled: a short code, and after a colon what the token said
     * @param trouble why it waits, in a sentence
     */
    record SweepView(
            UUID id,
            UUID paymentId,
            String from,
            String token,
            String amountUnits,
            String state,
            @Nullable UnsignedView unsigned,
            @Nullable String txHash,
            @Nullable Instant handedBackAt,
            @Nullable Long minedBlockNumber,
            @Nullable String failure,
            @Nullable String trouble) {}

    /**
     * An EIP-1559 transaction (type 2) without an access list, as devices take it: quantities in hex with 0x.
     *
     * @param accountFingerprint which deposit account, and {@code derivationPath} which key of it; neither is part of what is signed
     */
    record UnsignedView(
            int type,
            long chainId,
            String nonce,
            String maxPriorityFeePerGas,
            String maxFeePerGas,
            String gasLimit,
            String to,
            String value,
            String data,
            String derivationPath,
            String accountFingerprint,
            Instant offeredAt) {}
}
