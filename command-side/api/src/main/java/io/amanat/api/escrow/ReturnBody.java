package io.amanat.api.escrow;

import io.amanat.api.validation.Text;
import io.amanat.api.validation.Wallet;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

/** Which transfer's set-aside money goes back, to the address that the guard has seen, and why the guard approves it. */
record ReturnBody(
        @Positive long chainId,
        @Pattern(regexp = "0x[0-9a-f]{64}") String txHash,
        @PositiveOrZero long logIndex,
        @Wallet String to,
        @Text(max = 2000, lines = true) String reason) {}
