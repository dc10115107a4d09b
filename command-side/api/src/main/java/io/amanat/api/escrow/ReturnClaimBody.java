package io.amanat.api.escrow;

import io.amanat.api.validation.Wallet;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Where set-aside money of a transfer goes back to.
 *
 * @param signature of {@link io.amanat.contract.escrow.ReturnText} by the account that the transfer came from; the buyer may do without
 */
record ReturnClaimBody(
        @Positive long chainId,
        @Pattern(regexp = "0x[0-9a-f]{64}") String txHash,
        @PositiveOrZero long logIndex,
        @Wallet String to,
        @Nullable @Pattern(regexp = "0x[0-9a-fA-F]{130}") String signature) {}
