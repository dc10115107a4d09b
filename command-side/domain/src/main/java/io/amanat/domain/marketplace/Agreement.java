package io.amanat.domain.marketplace;

import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestCommand.AcceptOffer;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.EvmAddress;

/** The offer that was accepted and the payment that it awaits, or has when {@code paid}. */
record Agreement(
        OfferId offerId,
        UserId sellerId,
        PaymentId paymentId,
        PaymentProvider provider,
        Asset asset,
        EvmAddress refundAddress,
        boolean paid) {
    static Agreement of(OfferAccepted event) {
        return new Agreement(
                event.offerId(),
                event.sellerId(),
                event.paymentId(),
                event.provider(),
                event.due().asset(),
                event.refundAddress(),
                false);
    }

    Agreement asPaid() {
        return new Agreement(offerId, sellerId, paymentId, provider, asset, refundAddress, true);
    }

    boolean sameAs(AcceptOffer command) {
        return offerId.equals(command.offerId())
                && paymentId.equals(command.paymentId())
                && provider == command.provider()
                && asset.equals(command.asset())
                && refundAddress.equals(command.refundAddress());
    }
}
