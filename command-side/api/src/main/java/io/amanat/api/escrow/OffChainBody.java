package io.amanat.api.escrow;

import io.amanat.api.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * That a payment was made outside of the chain.
 *
 * @param amount exactly what the payment lacks, such as 125.50, in whole units of its own token
 * @param evidence what shows it, such as the bank's reference; for the guard who decides
 */
record OffChainBody(
        @NotNull @Pattern(regexp = "[0-9]{1,60}(\\.[0-9]{1,30})?")
        String amount,

        @Text(max = 5000, lines = true) String evidence) {}
