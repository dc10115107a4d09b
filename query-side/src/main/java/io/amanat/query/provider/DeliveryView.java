package io.amanat.query.provider;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook whose signature was right. Its body is not kept.
 *
 * @param deliveryId as the provider gives it; of one that gives none, the SHA-256 of the body
 * @param bodySha256 64 hexadecimal digits
 * @param times how often it came
 * @param retryCount the largest that the provider has said
 * @param outcome what the chain said about it; {@code waiting} until it did
 * @param paymentId that it is about, where that is known
 */
record DeliveryView(
        String provider,
        String deliveryId,
        String bodySha256,
        int bodyBytes,
        int times,
        int retryCount,
        String outcome,
        @Nullable UUID paymentId,
        Instant receivedAt) {}
