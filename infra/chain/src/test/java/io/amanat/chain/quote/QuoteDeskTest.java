package io.amanat.chain.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amanat.chain.evm.JsonRpc;
import io.amanat.chain.testing.Aggregator;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.quote.PriceReading;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;

/** Contracts with Chainlink's interface on a real node: 1 EUR is 1.0852 dollars, twice, and 1 USDC is 0.9998, with a fixed dollar beside it. */
@ExtendWith(PostgresExtension.class)
class QuoteDeskTest {
    private static final TestChain CHAIN = TestChain.shared();
    private static final Asset USDC = new Asset(31337, CHAIN.usdc(), Currency.USDC, 6);
    private static final Asset BRIDGED = new Asset(31337, CHAIN.usdt(), Currency.USDC, 6);
    private static final Money HUNDRED = Money.of("100.00", Currency.EUR);
    private static final Duration HEARTBEAT = Duration.ofHours(24);
    private static final Duration GRACE = Duration.ofMinutes(5);
    private static JsonRpc node;
    private static Aggregator euro;
    private static Aggregator secondEuro;
    private static Aggregator usdc;

    private static Instant now;
    private static long round = 10;
    private SourcedQuoteDesk desk;
    private final QuoteCounts counts = new QuoteCounts();
    private final TestDatabase database;

    QuoteDeskTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    static void deploy() {
        node = new JsonRpc(CHAIN.rpcUrl(), Duration.ofSeconds(10));
        euro = Aggregator.deploy(CHAIN, 8, "EUR / USD");
        secondEuro = Aggregator.deploy(CHAIN, 18, "EUR / USD");
        usdc = Aggregator.deploy(CHAIN, 8, "USDC / USD");
        now = Instant.now();
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @BeforeEach
    void allIsWell() {
        round++;
        says(euro, "1.0852", now);
        says(secondEuro, "1.0850", now);
        says(usdc, "0.9998", now);
        desk = desk(aggregator(euro.address().value(), 8, null), node, 500);
    }

    private static void says(Aggregator aggregator, String price, Instant at) {
        aggregator.round(round, price, at);
    }

    private static QuotingSettings.Source aggregator(String address, int decimals, @Nullable String description) {
        return new QuotingSettings.Source(address, null, HEARTBEAT, GRACE, decimals, description);
    }

    private static QuotingSettings.Source fixed(String price) {
        return new QuotingSettings.Source(null, price, HEARTBEAT, GRACE, 8, null);
    }

    private SourcedQuoteDesk desk(QuotingSettings.Source firstEuro, JsonRpc rpc, int maxDepegBps) {
        QuotingSettings.Source dollar = fixed("1.00");
        QuotingSettings settings = new QuotingSettings(
                true,
                Duration.ofMinutes(15),
                GRACE,
                maxDepegBps,
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                null,
                Map.of(
                        Currency.EUR,
                        new QuotingSettings.Price(
                                firstEuro, aggregator(secondEuro.address().value(), 18, null), 100),
                        Currency.USDC,
                        new QuotingSettings.Price(aggregator(usdc.address().value(), 8, null), dollar, 500)),
                List.of(new QuotingSettings.Token(
                        31337,
                        BRIDGED.contract().value(),
                        Currency.USDC,
                        new QuotingSettings.Price(fixed("0.96"), fixed("0.96"), 0))));
        QuoteRounds rounds = new QuoteRounds(database.jdbc());
        return QuotingConfiguration.desk(settings, rpc, rounds, counts, Clock.fixed(now, ZoneOffset.UTC));
    }

    private RuleViolated refused(QuoteRule rule) {
        RuleViolated refused = catchThrowableOfType(RuleViolated.class, () -> desk.quote(HUNDRED, USDC));
        assertThat(refused).as("a quote was made").isNotNull();
        assertThat(refused.rule()).as(refused.getMessage()).isEqualTo(rule);
        return refused;
    }

    @Test
    void givenFreshSources_thenTheQuoteHoldsEveryReading() {
        Quote quote = desk.quote(HUNDRED, USDC);

        assertThat(quote.settleAmount()).isEqualTo(USDC.amount("108.541709"));
        assertThat(quote.fxRate()).isEqualTo(UsdPrice.of("1.0852"));
        assertThat(quote.tokenPriceUsd()).isEqualTo(UsdPrice.of("0.9998"));
        assertThat(quote.depegAdjustmentBps()).isEqualTo(2);
        assertThat(quote.addsUp()).isTrue();
        assertThat(quote.expiresAt()).isEqualTo(quote.quotedAt().plus(Duration.ofMinutes(15)));
        assertThat(quote.payableUntil()).isEqualTo(quote.expiresAt().plus(GRACE));
        Instant said = Instant.ofEpochSecond(now.getEpochSecond());
        String number = Long.toString(round);
        assertThat(quote.sources())
                .containsExactly(
                        new PriceReading(
                                Currency.EUR, "chainlink:" + euro.address(), UsdPrice.of("1.0852"), number, said),
                        new PriceReading(
                                Currency.USDC, "chainlink:" + usdc.address(), UsdPrice.of("0.9998"), number, said),
                        new PriceReading(
                                Currency.EUR, "chainlink:" + secondEuro.address(), UsdPrice.of("1.0850"), number, said),
                        new PriceReading(Currency.USDC, "fixed", UsdPrice.ONE, null, quote.quotedAt()));
    }

    @Test
    void givenAPriceInDollars_thenOnlyTheTokenIsAskedFor() {
        assertThat(desk.quote(Money.of("100.00", Currency.USD), USDC).sources())
                .extracting(PriceReading::currency)
                .containsOnly(Currency.USDC);
    }

    @ParameterizedTest
    @CsvSource({"0.97, 111.876289, 309", "1.03, 105.359224, -291"})
    void givenATokenOffItsPeg_thenTheAmountFollowsItsPrice(String price, String amount, int bps) {
        says(usdc, price, now);

        Quote quote = desk.quote(HUNDRED, USDC);

        assertThat(quote.settleAmount()).isEqualTo(USDC.amount(amount));
        assertThat(quote.depegAdjustmentBps()).isEqualTo(bps);
    }

    @Test
    void givenATokenWithSourcesOfItsOwn_thenItsPriceIsNotThatOfItsSymbol() {
        assertThat(desk.quote(HUNDRED, BRIDGED).tokenPriceUsd()).isEqualTo(UsdPrice.of("0.96"));
        assertThat(desk.quote(HUNDRED, USDC).tokenPriceUsd()).isEqualTo(UsdPrice.of("0.9998"));
    }

    @Test
    void givenATokenTooFarOffItsPeg_thenNoQuote() {
        desk = desk(aggregator(euro.address().value(), 8, null), node, 250);
        says(usdc, "0.97", now);

        assertThat(refused(QuoteRule.QUOTE_SOURCE_MAD)).hasMessageContaining("too far from one dollar");
    }

    @Test
    void givenAnAnswerAtTheEndOfItsHeartbeatAndGrace_thenFresh_andASecondOlderStale() {
        Instant oldest = now.minus(HEARTBEAT).minus(GRACE);
        says(euro, "1.0852", oldest.plusSeconds(1));
        assertThat(desk.quote(HUNDRED, USDC)).isNotNull();

        says(euro, "1.0852", oldest.minusSeconds(1));
        assertThat(refused(QuoteRule.QUOTE_SOURCE_STALE)).hasMessageContaining(euro.address() + " for EUR was last");
    }

    @Test
    void givenAStaleSecondSource_thenNoQuoteEither() {
        says(secondEuro, "1.0850", now.minus(Duration.ofDays(2)));
        refused(QuoteRule.QUOTE_SOURCE_STALE);
    }

    @ParameterizedTest
    @CsvSource({"0, more than zero", "-1.0852, more than zero", "1000001, more than a million"})
    void givenAnAnswerThatIsNoPrice_thenMad(String price, String why) {
        says(euro, price, now);
        assertThat(refused(QuoteRule.QUOTE_SOURCE_MAD)).hasMessageContaining(why);
    }

    @Test
    void givenAnAnswerFromTheFuture_thenMad() {
        says(euro, "1.0852", now.plusSeconds(29));
        assertThat(desk.quote(HUNDRED, USDC)).isNotNull();

        says(euro, "1.0852", now.plusSeconds(32));
        assertThat(refused(QuoteRule.QUOTE_SOURCE_MAD)).hasMessageContaining("future");
    }

    @Test
    void givenNoRound_orOneThatIsNotComplete_thenStale() {
        euro.round(0, "1.0852", now);
        assertThat(refused(QuoteRule.QUOTE_SOURCE_STALE)).hasMessageContaining("no complete round");

        euro.round(round, "1.0852", Instant.EPOCH);
        assertThat(refused(QuoteRule.QUOTE_SOURCE_STALE)).hasMessageContaining("no complete round");
    }

    @Test
    void givenAnAnswerOfAnEarlierRound_thenStale() {
        euro.round(round, "1.0852", now, round - 1);
        assertThat(refused(QuoteRule.QUOTE_SOURCE_STALE)).hasMessageContaining("carries over");
    }

    @Test
    void givenARoundThatGoesBack_thenMad_untilItGoesOn() {
        euro.round(round + 5, "1.0852", now);
        assertThat(desk.quote(HUNDRED, USDC)).isNotNull();

        euro.round(round + 4, "1.0852", now);
        assertThat(refused(QuoteRule.QUOTE_SOURCE_MAD)).hasMessageContaining("went back from round");

        desk = desk(aggregator(euro.address().value(), 8, null), node, 500);
        assertThat(refused(QuoteRule.QUOTE_SOURCE_MAD))
                .as("after a restart")
                .hasMessageContaining("went back from round " + (round + 5) + " to " + (round + 4));

        euro.round(round + 6, "1.0852", now);
        assertThat(desk.quote(HUNDRED, USDC)).isNotNull();
        round += 6;
    }

    @Test
    void givenSourcesThatDisagree_thenMad_andAtTheLimitNot() {
        says(secondEuro, "1.096052", now); // one per cent above
        assertThat(desk.quote(HUNDRED, USDC)).isNotNull();

        says(secondEuro, "1.096053", now);
        assertThat(refused(QuoteRule.QUOTE_SOURCE_MAD)).hasMessageContaining("two sources for EUR");
    }

    @Test
    void givenAnotherContractThanConfigured_thenMad() {
        desk = desk(aggregator(euro.address().value(), 18, null), node, 500);
        assertThat(refused(QuoteRule.QUOTE_SOURCE_MAD)).hasMessageContaining("has 8 decimals, not 18");

        desk = desk(aggregator(euro.address().value(), 8, "EUR / USDT"), node, 500);
        assertThat(refused(QuoteRule.QUOTE_SOURCE_MAD)).hasMessageContaining("description");

        desk = desk(aggregator(euro.address().value(), 8, "EUR / USD"), node, 500);
        assertThat(desk.quote(HUNDRED, USDC)).isNotNull();
    }

    @Test
    void givenNoContractThere_orATokenInstead_thenMissing() {
        desk = desk(aggregator("0x" + "9".repeat(40), 8, null), node, 500);
        assertThat(refused(QuoteRule.QUOTE_SOURCE_MISSING)).hasMessageContaining("no aggregator answers there");

        desk = desk(aggregator(CHAIN.usdt().value(), 6, null), node, 500);
        refused(QuoteRule.QUOTE_SOURCE_MISSING);
    }

    @Test
    void givenNoNode_orNoSourceForTheCurrency_thenMissing() {
        try (JsonRpc nobody = new JsonRpc("http://127.0.0.1:1", Duration.ofSeconds(2))) {
            desk = desk(aggregator(euro.address().value(), 8, null), nobody, 500);
            refused(QuoteRule.QUOTE_SOURCE_MISSING);
        }
        desk = desk(aggregator(euro.address().value(), 8, null), node, 500);
        RuleViolated noLira =
                catchThrowableOfType(RuleViolated.class, () -> desk.quote(Money.of("100.00", Currency.TRY), USDC));
        assertThat(noLira.rule()).isEqualTo(QuoteRule.QUOTE_SOURCE_MISSING);
    }

    @Test
    void givenTroubles_thenHealthNamesThem_andTheMetricsCountThem() {
        MutableClock clock = new MutableClock(now);
        QuotingHealth health = new QuotingHealth(desk, clock);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        says(euro, "0", now);
        refused(QuoteRule.QUOTE_SOURCE_MAD);
        assertThat(health.health().getStatus()).as("not asked again at once").isEqualTo(Status.UP);

        clock.now = now.plusSeconds(11);

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().get("troubles"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .singleElement()
                .asString()
                .contains("EUR");
        assertThat(new QuotingHealth(null, clock).health().getStatus()).isEqualTo(Status.UNKNOWN);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        counts.bindTo(registry);
        assertThat(registry.get("amanat.quotes.refused")
                        .tag("code", "quote-source-mad")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(List.of(registry.get("amanat.quotes.made").functionCounter().count()))
                .containsExactly(0.0);
    }

    private static final class MutableClock extends Clock {
        private Instant now;

        MutableClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
