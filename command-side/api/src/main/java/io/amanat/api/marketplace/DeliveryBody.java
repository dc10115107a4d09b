package io.amanat.api.marketplace;

import io.amanat.api.validation.Text;
import io.amanat.api.validation.Wire;
import io.amanat.contract.marketplace.DeliveryMethod;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record DeliveryBody(
        @Wire(DeliveryMethod.class) String method,
        @Valid @Nullable AddressBody address,
        @Nullable LocalDate neededBy,

        @Text(max = 2000, lines = true, optional = true) @Nullable
        String notes) {}
