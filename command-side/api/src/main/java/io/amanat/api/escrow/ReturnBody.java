package io.amanat.api.escrow;

import io.amanat.api.validation.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/** Which transfer's set-aside money goes back, and why the guard approves it. */
record ReturnBody(
        @Positive long chainId,
        @Pattern(regexp = "0x[0-9a-f]{64}") String txHash,
        @PositiveOrZero long logIndex,
        @Text(max = 2000, lines = true) String reason) {}
