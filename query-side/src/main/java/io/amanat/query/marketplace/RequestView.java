package io.amanat.query.marketplace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase request in full. What is only between the parties (the address, the shipment, the payment, who got the trade) is absent
 * for a seller who looks at what others ask for.
 */
record RequestView(
        UUID id,
        long version,
        String status,
        UUID buyerId,
        String title,
        String description,
        String productType,
        RequestSummary.BudgetView budget,
        String urgency,
        int quantity,
        List<SpecificationView> specifications,
        @Nullable DeliveryView delivery,
        @Nullable ShipmentView sellerDelivery,
        @Nullable ServiceView serviceInfo,
        List<UUID> preferredSellers,
        @Nullable UUID acceptedOfferId,
        @Nullable UUID sellerId,
        @Nullable UUID paymentId,
        @Nullable UUID disputeId,
        @Nullable String cancellationCause,
        @Nullable String cancellationReason,
        @Nullable String completionCause,
        @Nullable Instant completedAt,
        Instant createdAt,
        Instant updatedAt) {
    record SpecificationView(String key, String value) {}

    record DeliveryView(
            String method,
            @Nullable AddressView address,
            @Nullable LocalDate neededBy,
            @Nullable String notes,
            @Nullable Instant shippedAt,
            @Nullable Instant handedOverAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant codeIssuedAt,
            int codeAttempts,
            boolean codeLocked) {}

    record AddressView(
            String recipient,
            String line1,
            @Nullable String line2,
            String city,
            @Nullable String region,
            @Nullable String postalCode,
            String countryCode) {}

    record ShipmentView(
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable String notes,
            Instant shippedAt) {}

    record ServiceView(String scope, @Nullable Integer durationHours, boolean remote) {}
}
