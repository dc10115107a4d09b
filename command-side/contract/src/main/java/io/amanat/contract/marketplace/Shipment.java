package io.amanat.contract.marketplace;

import io.amanat.contract.identity.PersonalText;
import org.jspecify.annotations.Nullable;

/** How the goods travel, as the seller states it. */
public record Shipment(
        @Nullable PersonalText carrier,
        @Nullable PersonalText trackingNumber,
        @Nullable PersonalText notes) {}
