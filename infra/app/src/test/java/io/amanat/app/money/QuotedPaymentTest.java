package io.amanat.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.RpcEndpoint;
import io.amanat.chain.quote.QuotingConfiguration;
import io.amanat.chain.testing.Aggregator;
import io.amanat.contract.escrow.PaymentCommand.QuotePayment;
import io.amanat.contract.escrow.PaymentCommand.RenewQuote;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.escrow.quote.QuoteDesk;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** 97.00 EUR at 1.00 dollars, in USDC: what aggregators on the chain say becomes what is due, paid and released, to the last unit. */
class QuotedPaymentTest {
    private static final Money PRICE = Money.of("97.00", Currency.EUR);

    private final MoneyScene scene = new MoneyScene();
    private final Aggregator euro = Aggregator.deploy(scene.chain, 8, "EUR / USD");
    private final Aggregator usdc = Aggregator.deploy(scene.chain, 8, "USDC / USD");
    private final Instant now = Instant.now();

    @BeforeEach
    void theSourcesSpokeBeforeAnyOfTheQuotes() {
        euro.round(2, "1.00", now.minus(Duration.ofHours(3)));
        usdc.round(2, "0.97", now.minus(Duration.ofHours(3)));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Quote quote(Instant at) {
        try (AnnotationConfigApplicationContext beans = beans(at, Map.of("ORACLE_QUOTING_ENABLED", "true"))) {
            return beans.getBean(QuoteDesk.class).quote(PRICE, scene.usdc);
        }
    }

    /** The application's own, with the settings that it is delivered with and these sources, at that time. */
    private AnnotationConfigApplicationContext beans(Instant at, Map<String, Object> environment) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        MutablePropertySources properties = context.getEnvironment().getPropertySources();
        properties.addLast(new MapPropertySource("environment", environment));
        properties.addLast(new MapPropertySource(
                "sources",
                Map.of(
                        "amanat.quoting.prices.EUR.first.aggregator",
                        euro.address().value(),
                        "amanat.quoting.prices.EUR.second.fixed",
                        "1.005",
                        "amanat.quoting.prices.USDC.first.aggregator",
                        usdc.address().value(),
                        "amanat.quoting.prices.USDC.second.fixed",
                        "1.00",
                        "amanat.quoting.prices.USDC.max-deviation-bps",
                        "500")));
        try {
            new YamlPropertySourceLoader()
                    .load("delivered", new ClassPathResource("application.yml"))
                    .forEach(properties::addLast);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        context.registerBean(Clock.class, () -> Clock.fixed(at, ZoneOffset.UTC));
        context.registerBean(DataSource.class, scene::source);
        context.registerBean(RpcEndpoint.class, () -> new RpcEndpoint(scene.chain.rpcUrl(), MoneyScene.CHAIN));
        context.register(QuotingConfiguration.class);
        context.refresh();
        return context;
    }

    private Paid quoted(Instant at) {
        Quote quote = quote(at);
        assertThat(quote.settleAmount()).isEqualTo(scene.usdc.amount("100"));
        Paid paid = scene.due(quote.settleAmount());
        paid.tell(new QuotePayment(paid.story().payment, quote));
        return paid;
    }

    private String row(Paid paid) {
        return scene.tables.one(
                "select concat_ws(' ', trim_scale(q.price_amount), q.price_currency, trim_scale(q.fx_rate),"
                        + " trim_scale(q.token_price_usd), q.depeg_adjustment_bps, trim_scale(q.settle_amount),"
                        + " q.currency, 'due', trim_scale(p.amount)) from payment_quotes q join payments p on p.id ="
                        + " q.payment_id where q.payment_id = ?",
                paid.story().payment.value());
    }

    @Test
    void asItIsDelivered_thereIsNoDesk() {
        try (AnnotationConfigApplicationContext beans = beans(now, Map.of())) {
            assertThat(beans.getBeanProvider(QuoteDesk.class).getIfAvailable()).isNull();
            assertThat(beans.getBean(HealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.UNKNOWN);
        }
    }

    @Test
    void paidInTime_itSettlesByItsQuote() {
        Paid paid = quoted(now);
        assertThat(row(paid)).isEqualTo("97 EUR 1 0.97 309 100 USDC due 100");

        paid.pays("100");

        assertThat(paid.state()).isEqualTo("confirmed funded 100");
        assertThat(paid.released().balances())
                .containsExactly("external -100 USDC", "platform 2.5 USDC", "seller 97.5 USDC");
        assertThat(paid.told()).startsWith("quoted", "transfer-detected", "funds-held", "funded");
    }

    @Test
    void paidAfterTheGrace_itWaitsInClearing_untilANewQuoteSaysWhatItIsWorth() {
        Paid paid = quoted(now.minus(Duration.ofHours(1)));

        paid.pays("100");

        assertThat(paid.state()).isEqualTo("processing 0");
        assertThat(paid.balances()).containsExactly("clearing 100 USDC", "external -100 USDC");
        assertThat(paid.told()).containsExactly("quoted", "transfer-detected", "transfer-awaits-quote");

        usdc.round(3, "0.98", now.minus(Duration.ofMinutes(1)));
        paid.tell(new RenewQuote(paid.story().payment, quote(now), paid.story().buyer));

        assertThat(row(paid)).isEqualTo("97 EUR 1 0.98 204 98.979592 USDC due 98.979592");
        assertThat(paid.state()).isEqualTo("confirmed funded 98.979592");
        assertThat(paid.ledger())
                .containsExactly(
                        "payment_detected external>clearing 100",
                        "hold clearing>escrow 98.979592",
                        "adjustment clearing>unallocated 1.020408 overpaid");
    }

    @Test
    void paidAfterTheGrace_andNoNewQuote_itGoesBackToThePayer() {
        Paid paid = quoted(now.minus(Duration.ofHours(1))).pays("100").expired();

        assertThat(paid.state()).isEqualTo("failed failed 0");
        assertThat(paid.balances()).containsExactly("external -100 USDC", "unallocated 100 USDC");
    }
}
