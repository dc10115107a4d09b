package io.amanat.api.marketplace;

import io.amanat.api.escrow.AssetBody;
import io.amanat.api.validation.Wallet;
import io.amanat.api.validation.Wire;
import io.amanat.contract.WireEnum;
import io.amanat.contract.escrow.PaymentProvider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** @param provider our own watcher when it is left out */
record AcceptanceBody(
        @Valid @NotNull AssetBody asset,
        @Wallet String refundAddress,
        @Nullable @Wire(PaymentProvider.class) String provider) {
    AcceptanceBody {
        provider = provider == null ? PaymentProvider.AMN_SCANNER.wire() : provider;
    }

    PaymentProvider chosen() {
        return WireEnum.parse(PaymentProvider.class, String.valueOf(provider));
    }
}
