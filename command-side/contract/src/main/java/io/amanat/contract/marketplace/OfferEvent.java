package io.amanat.contract.marketplace;

import io.amanat.contract.EventType;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import org.jspecify.annotations.Nullable;

/** What happened to an offer on a purchase request. */
public sealed interface OfferEvent extends PurchaseRequestEvent {
    OfferId offerId();

    @EventType("offer.made.v1")
    record OfferMade(PurchaseRequestId requestId, OfferId offerId, UserId sellerId, OfferTerms terms)
            implements OfferEvent {}

    @EventType("offer.revised.v1")
    record OfferRevised(PurchaseRequestId requestId, OfferId offerId, OfferTerms terms) implements OfferEvent {}

    /** {@code requestStatus} is where the request stands without this offer. */
    @EventType("offer.withdrawn.v1")
    record OfferWithdrawn(PurchaseRequestId requestId, OfferId offerId, PurchaseRequestStatus requestStatus)
            implements OfferEvent {}

    @EventType("offer.negotiation-opened.v1")
    record NegotiationOpened(PurchaseRequestId requestId, OfferId offerId) implements OfferEvent {}

    /** {@code requestStatus} is where the request stands without this offer; already accepted or cancelled when that was the cause. */
    @EventType("offer.rejected.v1")
    record OfferRejected(
            PurchaseRequestId requestId,
            OfferId offerId,
            RejectionCause cause,
            @Nullable PersonalText reason,
            PurchaseRequestStatus requestStatus)
            implements OfferEvent {}

    /** Everything that a payment needs to be opened. */
    @EventType("offer.accepted.v1")
    record OfferAccepted(
            PurchaseRequestId requestId,
            OfferId offerId,
            PaymentId paymentId,
            UserId buyerId,
            UserId sellerId,
            Money price,
            PaymentProvider provider,
            AssetAmount due,
            EvmAddress refundAddress,
            EvmAddress payoutAddress)
            implements OfferEvent {}

    /** The accepted offer's price is not in its token's own currency: what it is in the token, and until when. */
    @EventType("offer.quoted.v1")
    record OfferQuoted(PurchaseRequestId requestId, OfferId offerId, PaymentId paymentId, Quote quote)
            implements OfferEvent {}
}
