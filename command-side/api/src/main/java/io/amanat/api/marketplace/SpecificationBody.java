package io.amanat.api.marketplace;

import io.amanat.api.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

record SpecificationBody(
        @NotNull @Pattern(regexp = "[a-z0-9_-]{1,64}", message = "has 1 to 64 characters of a-z, 0-9, _ and -")
        String key,

        @Text(max = 500) String value) {}
