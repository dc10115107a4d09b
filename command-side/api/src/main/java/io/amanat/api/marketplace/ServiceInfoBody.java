package io.amanat.api.marketplace;

import io.amanat.api.validation.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

record ServiceInfoBody(
        @Text(max = 5000, lines = true) String scope,
        @Min(1) @Max(10_000) @Nullable Integer durationHours,
        boolean remote) {}
