package io.amanat.api.escrow;

import io.amanat.api.validation.MoneyBody;
import io.amanat.api.validation.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * That a payment was made outside of the chain.
 *
 * @param amount exactly what the payment lacks, in its own currency
 * @param evidence what shows it, such as the bank's reference; for the guard who decides
 */
record OffChainBody(
        @Valid @NotNull MoneyBody amount,
        @Text(max = 5000, lines = true) String evidence) {}
