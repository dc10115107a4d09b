package io.amanat.domain.marketplace;

import static io.amanat.domain.AggregateScenario.NOW;
import static io.amanat.domain.marketplace.Trade.*;

import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferEvent.OfferQuoted;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferTerms;
import io.amanat.contract.marketplace.PurchaseRequestCommand.AcceptOffer;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RejectionCause;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An offer of 97.00 EUR, accepted with a quote of 100 USDT. */
class QuotedAcceptanceTest {
    private static final Money PRICE = Money.of("97.00", Currency.EUR);
    private static final Quote QUOTE = quote(PRICE, USDT, NOW);

    private static Quote quote(Money price, Asset asset, Instant at) {
        return Quote.of(
                price,
                asset,
                UsdPrice.ONE,
                UsdPrice.of("0.97"),
                List.of(),
                at,
                Duration.ofMinutes(15),
                Duration.ofMinutes(5));
    }

    private static AcceptOffer accept(@Nullable Quote quote) {
        return new AcceptOffer(REQUEST, OFFER, BUYER, PAYMENT, PaymentProvider.AMN_SCANNER, USDT, REFUND_TO, quote);
    }

    private static List<PurchaseRequestEvent> offeredInEuro() {
        return plus(created(), new OfferMade(REQUEST, OFFER, SELLER, new OfferTerms(PRICE, 3, null, PAY_TO, null)));
    }

    private static OfferAccepted accepted(AssetAmount due) {
        return new OfferAccepted(
                REQUEST, OFFER, PAYMENT, BUYER, SELLER, PRICE, PaymentProvider.AMN_SCANNER, due, REFUND_TO, PAY_TO);
    }

    @Test
    void givenOfferInEuro_whenAcceptedWithItsQuote_thenItsAmountIsDue() {
        var another = new OfferRejected(
                REQUEST, OTHER_OFFER, RejectionCause.ANOTHER_ACCEPTED, null, PurchaseRequestStatus.PAYMENT_PENDING);
        var quoted = new OfferQuoted(REQUEST, OFFER, PAYMENT, QUOTE);
        given(offeredInEuro()).then(accept(QUOTE), accepted(USDT.amount("100")), quoted);
        given(plus(offeredInEuro(), otherOfferMade()))
                .then(accept(QUOTE), accepted(USDT.amount("100")), quoted, another);
    }

    @Test
    void givenAccepted_whenAcceptedAgainWithAnotherQuote_thenNothing() {
        given(plus(offeredInEuro(), accepted(USDT.amount("100")), new OfferQuoted(REQUEST, OFFER, PAYMENT, QUOTE)))
                .repeats(accept(quote(PRICE, USDT, NOW.plusSeconds(5))));
    }

    @Test
    void givenOfferInEuro_whenTheQuoteIsOverOrForSomethingElse_thenRefused() {
        var rule = QuoteRule.A_QUOTE_FITS_ITS_PRICE;
        Asset elsewhere = new Asset(1, TOKEN, Currency.USDT, 6);
        given(offeredInEuro()).refuses(accept(quote(PRICE, USDT, NOW.minus(Duration.ofMinutes(15)))), rule);
        given(offeredInEuro()).refuses(accept(quote(Money.of("96.99", Currency.EUR), USDT, NOW)), rule);
        given(offeredInEuro()).refuses(accept(quote(PRICE, elsewhere, NOW)), rule);
        Quote cheap = new Quote(
                PRICE,
                QUOTE.fxRate(),
                QUOTE.tokenPriceUsd(),
                QUOTE.depegAdjustmentBps(),
                USDT.amount("99.999999"),
                List.of(),
                QUOTE.quotedAt(),
                QUOTE.expiresAt(),
                QUOTE.payableUntil());
        given(offeredInEuro()).refuses(accept(cheap), rule);
    }

    @Test
    void givenOfferInEuro_whenAcceptedWithoutAQuote_thenRefused() {
        given(offeredInEuro()).refuses(accept(null), MarketplaceRule.A_PRICE_IS_PAID_IN_ITS_OWN_CURRENCY);
    }
}
