package io.amanat.contract.escrow;

import io.amanat.contract.custody.DestinationId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import java.time.Instant;

/**
 * What was agreed when the payment was opened. It never changes.
 *
 * @param due what the buyer pays
 * @param platformFeeBps hundredths of a percent of what the seller gets, taken on release only
 * @param toleranceBps how many hundredths of a percent may be missing and the escrow still counts as funded
 */
public record EscrowTerms(
        PurchaseRequestId requestId,
        OfferId offerId,
        UserId buyerId,
        UserId sellerId,
        PaymentProvider provider,
        AssetAmount due,
        int platformFeeBps,
        int toleranceBps,
        EvmAddress refundAddress,
        EvmAddress payoutAddress,
        DestinationId destinationId,
        EvmAddress destination,
        Instant payBy) {}
