package io.amanat.api.marketplace;

import io.amanat.api.validation.Text;
import org.jspecify.annotations.Nullable;

record ShipmentBody(
        @Text(max = 200, optional = true) @Nullable String carrier,
        @Text(max = 200, optional = true) @Nullable String trackingNumber,

        @Text(max = 2000, lines = true, optional = true) @Nullable
        String notes) {}
