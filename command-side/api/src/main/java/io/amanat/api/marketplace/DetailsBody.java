package io.amanat.api.marketplace;

import io.amanat.api.validation.Text;
import io.amanat.api.validation.Wire;
import io.amanat.contract.marketplace.ProductType;
import io.amanat.contract.marketplace.Urgency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a buyer asks for, whole: an edit replaces all of it. */
record DetailsBody(
        @Text(max = 200) String title,
        @Text(max = 5000, lines = true) String description,
        @Wire(ProductType.class) String productType,
        @Valid @NotNull BudgetBody budget,
        @Wire(Urgency.class) String urgency,
        @Min(1) @Max(1_000_000) int quantity,

        @NotNull @Size(max = 50, message = "has at most {max} entries")
        List<@Valid @NotNull SpecificationBody> specifications,

        @Valid @NotNull DeliveryBody delivery,
        @Valid @Nullable ServiceInfoBody serviceInfo,

        @NotNull @Size(max = 50, message = "has at most {max} entries")
        List<@NotNull UUID> preferredSellers) {}
