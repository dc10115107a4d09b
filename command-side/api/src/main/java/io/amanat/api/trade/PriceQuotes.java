package io.amanat.api.trade;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.Event;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.audit.EventHistory;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.escrow.quote.QuoteDesk;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.OfferEvent;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferEvent.OfferRevised;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Money;
import java.util.List;
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

    /**
     * For an offer that its buyer is about to accept. Absent where quoting is off, for a price in the token's own currency, for anybody
     * else, and when an offer was accepted already: what is refused, or repeated, needs no quote.
     */
    public @Nullable Quote forOffer(PurchaseRequestId requestId, OfferId offerId, Asset asset, UserId by) {
        QuoteDesk open = desk.getIfAvailable();
        if (open == null) {
            return null;
        }
        List<Event> events = events(requestId);
        boolean decides = of(events, PurchaseRequestCreated.class)
                        .anyMatch(created -> created.buyerId().equals(by))
                && of(events, OfferAccepted.class).findAny().isEmpty();
        return of(events, OfferEvent.class)
                .filter(event -> decides && event.offerId().equals(offerId))
                .flatMap(event -> price(event).stream())
                .reduce((_, later) -> later)
                .filter(price -> price.currency() != asset.currency())
                .map(price -> open.quote(price, asset))
                .orElse(null);
    }

    /**
     * A new one for a payment.
     *
     * @throws RuleViolated to anybody but its buyer, for a payment in its price's own currency, and where quoting is off
     */
    public Quote forPayment(PurchaseRequestId requestId, PaymentId paymentId, UserId by) {
        OfferAccepted accepted = of(events(requestId), OfferAccepted.class)
                .filter(event -> event.paymentId().equals(paymentId))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(EscrowRule.NO_SUCH_PAYMENT));
        unless(accepted.buyerId().equals(by), QuoteRule.ONLY_THE_BUYER_ASKS_FOR_A_QUOTE);
        unless(
                accepted.price().currency() != accepted.due().asset().currency(),
                QuoteRule.ONLY_QUOTED_PAYMENTS_ARE_QUOTED_ANEW);
        QuoteDesk open = desk.getIfAvailable();
        if (open == null) {
            throw new RuleViolated(QuoteRule.QUOTING_IS_OFF);
        }
        return open.quote(accepted.price(), accepted.due().asset());
    }

    private List<Event> events(PurchaseRequestId requestId) {
        return history.ofTrade(requestId).stream().map(StoredEvent::event).toList();
    }

    private static <E extends Event> Stream<E> of(List<Event> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private static Optional<Money> price(OfferEvent event) {
        return switch (event) {
            case OfferMade made -> Optional.of(made.terms().price());
            case OfferRevised revised -> Optional.of(revised.terms().price());
            default -> Optional.empty();
        };
    }
}
