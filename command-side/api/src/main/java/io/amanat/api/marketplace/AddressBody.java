package io.amanat.api.marketplace;

import io.amanat.api.validation.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

record AddressBody(
        @Text(max = 200) String recipient,
        @Text(max = 200) String line1,
        @Text(max = 200, optional = true) @Nullable String line2,
        @Text(max = 200) String city,
        @Text(max = 200, optional = true) @Nullable String region,
        @Text(max = 32, optional = true) @Nullable String postalCode,

        @NotNull @Pattern(regexp = "[A-Z]{2}", message = "is an ISO 3166-1 alpha-2 code such as DE")
        String countryCode) {}
