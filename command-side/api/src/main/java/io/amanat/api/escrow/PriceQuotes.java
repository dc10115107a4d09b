package io.amanat.api.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.audit.EventHistory;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.escrow.quote.QuoteDesk;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.marketplace.OfferEvent;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferEvent.OfferRevised;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Money;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks for a quote where one is needed: the aggregates ask nobody, and check that a quote is for what they hold. */
@Component
public final class PriceQuotes {
    private final ObjectProvider<QuoteDesk> desk;
    private final EventHistory history;

    PriceQuotes(ObjectProvider<QuoteDesk> desk, EventHistory history) {
        this.desk = desk;
        this.history = history;
    }

    /** For an offer that is about to be accepted; absent where quoting is off, and for a price in the token's own currency. */
    public @Nullable Quote forOffer(PurchaseRequestId requestId, OfferId offerId, Asset asset) {
        QuoteDesk open = desk.getIfAvailable();
        return open == null
                ? null
                : events(requestId)
                        .filter(event -> event.offerId().equals(offerId))
                        .flatMap(event -> price(event).stream())
                        .reduce((_, later) -> later)
                        .filter(price -> price.currency() != asset.currency())
                        .map(price -> open.quote(price, asset))
                        .orElse(null);
    }

    /**
     * A new one for a payment.
     *
     * @throws RuleViolated where quoting is off, and for a payment in its price's own currency
     */
    Quote forPayment(PurchaseRequestId requestId, PaymentId paymentId) {
        OfferAccepted accepted = events(requestId)
                .filter(OfferAccepted.class::isInstance)
                .map(OfferAccepted.class::cast)
                .filter(event -> event.paymentId().equals(paymentId))
                .filter(event -> event.price().currency() != event.due().asset().currency())
                .findFirst()
                .orElseThrow(() -> new RuleViolated(QuoteRule.ONLY_QUOTED_PAYMENTS_ARE_QUOTED_ANEW));
        QuoteDesk open = desk.getIfAvailable();
        if (open == null) {
            throw new RuleViolated(QuoteRule.QUOTING_IS_OFF);
        }
        return open.quote(accepted.price(), accepted.due().asset());
    }

    private Stream<OfferEvent> events(PurchaseRequestId requestId) {
        return history.ofTrade(requestId).stream()
                .map(StoredEvent::event)
                .filter(OfferEvent.class::isInstance)
                .map(OfferEvent.class::cast);
    }

    private static Optional<Money> price(OfferEvent event) {
        return switch (event) {
            case OfferMade made -> Optional.of(made.terms().price());
            case OfferRevised revised -> Optional.of(revised.terms().price());
            default -> Optional.empty();
        };
    }
}
