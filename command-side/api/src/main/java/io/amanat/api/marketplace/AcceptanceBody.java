package io.amanat.api.marketplace;

import io.amanat.api.escrow.AssetBody;
import io.amanat.api.validation.Wallet;
import io.amanat.api.validation.Wire;
import io.amanat.contract.escrow.PaymentProvider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

record AcceptanceBody(
        @Valid @NotNull AssetBody asset,
        @Wallet String refundAddress,
        @Wire(PaymentProvider.class) String provider) {}
