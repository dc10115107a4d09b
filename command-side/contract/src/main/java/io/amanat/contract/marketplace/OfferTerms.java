package io.amanat.contract.marketplace;

import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a seller offers.
 *
 * @param payoutAddress where the seller is paid
 * @param validUntil after which it can no longer be accepted; open-ended when absent
 */
public record OfferTerms(
        Money price,
        int deliveryDays,
        @Nullable PersonalText message,
        EvmAddress payoutAddress,
        @Nullable Instant validUntil) {}
