package io.amanat.chain.quote;

import io.amanat.chain.RpcEndpoint;
import io.amanat.chain.asset.ChainMisconfigured;
import io.amanat.chain.evm.JsonRpc;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.UsdPrice;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The quote desk's beans; there is a desk only where quoting is on. The app imports it and provides a {@link Clock} and the node. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuotingSettings.class)
public class QuotingConfiguration {

    @Bean
    QuoteCounts quoteCounts() {
        return new QuoteCounts();
    }

    /** Of the aggregators. */
    @Bean
    @Conditional(QuotingIsOn.class)
    JsonRpc quotingNode(QuotingSettings settings, ObjectProvider<RpcEndpoint> endpoints) {
        String configured = settings.rpcUrl();
        String url = configured == null || configured.isBlank()
                ? endpoints.stream().findFirst().map(RpcEndpoint::url).orElseThrow(QuotingConfiguration::noNode)
                : configured;
        return new JsonRpc(url, settings.callTimeout());
    }

    @Bean
    @Conditional(QuotingIsOn.class)
    SourcedQuoteDesk quoteDesk(
            QuotingSettings settings, JsonRpc quotingNode, QuoteCounts counts, DataSource source, Clock clock) {
        return desk(settings, quotingNode, new QuoteRounds(JdbcClient.create(source)), counts, clock);
    }

    @Bean
    HealthIndicator quotingHealthIndicator(ObjectProvider<SourcedQuoteDesk> desk, Clock clock) {
        return new QuotingHealth(desk.getIfAvailable(), clock);
    }

    static SourcedQuoteDesk desk(
            QuotingSettings settings, JsonRpc node, QuoteRounds rounds, QuoteCounts counts, Clock clock) {
        Map<Currency, PairOfSources> byCurrency = new EnumMap<>(Currency.class);
        settings.prices().forEach((currency, price) -> byCurrency.put(currency, pair(price, settings, node, rounds)));
        Map<Prices.Token, PairOfSources> byToken = new HashMap<>();
        settings.tokens()
                .forEach(token -> byToken.put(
                        new Prices.Token(token.chainId(), new EvmAddress(token.contract()), token.currency()),
                        pair(token.price(), settings, node, rounds)));
        return new SourcedQuoteDesk(new Prices(byCurrency, byToken), settings, counts, clock);
    }

    private static PairOfSources pair(
            QuotingSettings.Price price, QuotingSettings settings, JsonRpc node, QuoteRounds rounds) {
        return new PairOfSources(
                source(Objects.requireNonNull(price.first()), settings, node, rounds),
                source(Objects.requireNonNull(price.second()), settings, node, rounds),
                price.maxDeviationBps());
    }

    private static PriceSource source(
            QuotingSettings.Source source, QuotingSettings settings, JsonRpc node, QuoteRounds rounds) {
        String fixed = source.fixed();
        if (fixed != null) {
            return new FixedSource(UsdPrice.of(fixed));
        }
        EvmAddress contract = new EvmAddress(Objects.requireNonNull(source.aggregator()));
        return new ChainlinkSource(
                new AggregatorV3(node, contract), "chainlink:" + contract, source, settings.clockTolerance(), rounds);
    }

    private static ChainMisconfigured noNode() {
        return new ChainMisconfigured(
                "Quoting is on and there is no node to ask: set amanat.quoting.rpc-url, or amanat.chain.rpc-url.");
    }
}
