package io.amanat.api.marketplace;

import io.amanat.api.validation.MoneyBody;
import io.amanat.api.validation.Text;
import io.amanat.api.validation.Wallet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a seller offers, whole: a revision replaces all of it. */
record OfferBody(
        @Valid @NotNull MoneyBody price,
        int deliveryDays,

        @Text(max = 5000, lines = true, optional = true) @Nullable
        String message,

        @Wallet String payoutAddress,
        @Nullable Instant validUntil) {}
