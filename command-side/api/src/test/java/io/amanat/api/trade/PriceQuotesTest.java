package io.amanat.api.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.api.TestPorts;
import io.amanat.contract.Event;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.audit.EventHistory;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.escrow.quote.QuoteDesk;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferEvent.OfferRevised;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.OfferTerms;
import io.amanat.contract.marketplace.ProductType;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.contract.marketplace.Urgency;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Where a quote is needed, and of which price. */
class PriceQuotesTest {
    private static final PurchaseRequestId REQUEST = new PurchaseRequestId(UUID.randomUUID());
    private static final OfferId OFFER = new OfferId(UUID.randomUUID());
    private static final OfferId ANOTHER = new OfferId(UUID.randomUUID());
    private static final PaymentId PAYMENT = new PaymentId(UUID.randomUUID());
    private static final UserId BUYER = new UserId(UUID.randomUUID());
    private static final UserId SOMEBODY = new UserId(UUID.randomUUID());
    private static final EvmAddress ADDRESS = new EvmAddress("0x" + "b".repeat(40));
    private static final PersonalText WORDS = PersonalText.of(BUYER, "c2VhbGVk");
    private static final RequestDetails DETAILS = new RequestDetails(
            WORDS,
            WORDS,
            ProductType.DIGITAL_PRODUCT,
            new RequestDetails.Budget(Money.of("0", Currency.USDC), Money.of("500", Currency.USDC)),
            Urgency.LOW,
            1,
            List.of(),
            new RequestDetails.DeliveryPreferences(DeliveryMethod.DIGITAL, null, null, null),
            null,
            List.of());
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Event> log = new ArrayList<>();

    private PriceQuotes quotes(QuoteDesk... desks) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (QuoteDesk desk : desks) {
            beans.addBean("desk", desk);
        }
        EventHistory history = _ -> log.stream().map(PriceQuotesTest::stored).toList();
        return new PriceQuotes(beans.getBeanProvider(QuoteDesk.class), history);
    }

    private static StoredEvent stored(Event event) {
        return new StoredEvent(
                1, UUID.randomUUID().toString(), REQUEST.toString(), 0, "of.no.interest.v1", NOW, event, Map.of());
    }

    private static Quote oneToOne(Money price, Asset asset) {
        return Quote.of(
                price,
                asset,
                UsdPrice.ONE,
                UsdPrice.ONE,
                List.of(),
                NOW,
                Duration.ofMinutes(15),
                Duration.ofMinutes(5));
    }

    private static OfferTerms terms(Money price) {
        return new OfferTerms(price, 3, null, ADDRESS, null);
    }

    @BeforeEach
    void asked() {
        log.add(new PurchaseRequestCreated(REQUEST, BUYER, DETAILS));
    }

    private void made(OfferId offer, Money price) {
        log.add(new OfferMade(REQUEST, offer, SOMEBODY, terms(price)));
    }

    private void accepted(Money price, Money due) {
        log.add(new OfferAccepted(
                REQUEST,
                OFFER,
                PAYMENT,
                BUYER,
                SOMEBODY,
                price,
                PaymentProvider.AMN_SCANNER,
                TestPorts.USDC.exactly(due),
                ADDRESS,
                ADDRESS));
    }

    @Test
    void givenAPriceInAnotherCurrency_thenTheOffersLastPriceIsQuoted() {
        made(OFFER, Money.of("10.00", Currency.EUR));
        made(ANOTHER, Money.of("99.00", Currency.EUR));
        log.add(new OfferRevised(REQUEST, OFFER, terms(Money.of("12.00", Currency.EUR))));

        assertThat(quotes(PriceQuotesTest::oneToOne).forOffer(REQUEST, OFFER, TestPorts.USDC, BUYER))
                .isEqualTo(oneToOne(Money.of("12.00", Currency.EUR), TestPorts.USDC));
    }

    @Test
    void givenAPriceInTheTokensCurrency_orNoDesk_orNoSuchOffer_thenNone() {
        made(OFFER, Money.of("10.00", Currency.USDC));
        assertThat(quotes(PriceQuotesTest::oneToOne).forOffer(REQUEST, OFFER, TestPorts.USDC, BUYER))
                .isNull();
        assertThat(quotes(PriceQuotesTest::oneToOne).forOffer(REQUEST, ANOTHER, TestPorts.USDC, BUYER))
                .isNull();

        made(ANOTHER, Money.of("10.00", Currency.EUR));
        assertThat(quotes().forOffer(REQUEST, ANOTHER, TestPorts.USDC, BUYER)).isNull();
    }

    @Test
    void givenSomebodyElse_orAnOfferThatWasAccepted_thenNobodyIsAsked() {
        made(OFFER, Money.of("10.00", Currency.EUR));
        assertThat(quotes(PriceQuotesTest::oneToOne).forOffer(REQUEST, OFFER, TestPorts.USDC, SOMEBODY))
                .isNull();

        accepted(Money.of("10.00", Currency.EUR), Money.of("11.00", Currency.USDC));
        assertThat(quotes(PriceQuotesTest::oneToOne).forOffer(REQUEST, OFFER, TestPorts.USDC, BUYER))
                .isNull();
    }

    @Test
    void givenAQuotedPayment_thenItsPriceIsQuotedAnew() {
        accepted(Money.of("10.00", Currency.EUR), Money.of("11.00", Currency.USDC));

        assertThat(quotes(PriceQuotesTest::oneToOne).forPayment(REQUEST, PAYMENT, BUYER))
                .isEqualTo(oneToOne(Money.of("10.00", Currency.EUR), TestPorts.USDC));
    }

    @Test
    void givenAnUnquotedPayment_orNoDesk_thenRefused() {
        accepted(Money.of("10.00", Currency.USDC), Money.of("10.00", Currency.USDC));
        refused(quotes(PriceQuotesTest::oneToOne), QuoteRule.ONLY_QUOTED_PAYMENTS_ARE_QUOTED_ANEW);

        log.clear();
        accepted(Money.of("10.00", Currency.EUR), Money.of("11.00", Currency.USDC));
        refused(quotes(), QuoteRule.QUOTING_IS_OFF);
        assertThatThrownBy(() -> quotes(PriceQuotesTest::oneToOne).forPayment(REQUEST, PAYMENT, SOMEBODY))
                .hasMessage(QuoteRule.ONLY_THE_BUYER_ASKS_FOR_A_QUOTE.sentence());
    }

    private static void refused(PriceQuotes quotes, QuoteRule rule) {
        assertThatThrownBy(() -> quotes.forPayment(REQUEST, PAYMENT, BUYER))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
