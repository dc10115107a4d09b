package io.amanat.api.escrow;

import io.amanat.api.validation.Text;
import io.amanat.api.validation.Wallet;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * That the platform bears what the chain took back of a payment.
 *
 * @param amount exactly what is exposed, such as 125.50, in whole units of the token
 * @param contract the token's
 */
record WriteOffBody(
        @NotNull @Pattern(regexp = "[0-9]{1,60}(\\.[0-9]{1,30})?")
        String amount,

        @Wallet String contract,
        @Text(max = 2000, lines = true) String reason) {}
