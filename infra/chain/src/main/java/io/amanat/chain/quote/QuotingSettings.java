package io.amanat.chain.quote;

import io.amanat.chain.asset.ChainMisconfigured;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.UsdPrice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code amanat.quoting.*}.
 *
 * @param enabled also {@code ORACLE_QUOTING_ENABLED} in the environment
 * @param validity of a quote, from its making
 * @param grace after that, in which a transfer that was on its way still counts by the quote
 * @param maxDepegBps by how many hundredths of a percent more or fewer tokens a quote may ask because a token is not worth its dollar
 * @param clockTolerance by how much a source's clock may be ahead of ours
 * @param callTimeout the longest wait for one answer of the node
 * @param rpcUrl of the node that has the aggregators; the platform's own when absent
 * @param prices in US dollars, by currency; a dollar needs none
 * @param tokens prices of tokens that are not worth what others of their currency are, such as one behind a bridge; before {@code prices}
 */
@ConfigurationProperties("amanat.quoting")
public record QuotingSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("15m") Duration validity,
        @DefaultValue("5m") Duration grace,
        @DefaultValue("500") int maxDepegBps,
        @DefaultValue("30s") Duration clockTolerance,
        @DefaultValue("5s") Duration callTimeout,
        @Nullable String rpcUrl,
        @DefaultValue Map<Currency, Price> prices,
        @DefaultValue List<Token> tokens) {

    private static final int BPS_MAX = 10_000;

    /** Refuses what cannot be meant. */
    public QuotingSettings {
        if (!validity.isPositive() || grace.isNegative() || clockTolerance.isNegative() || !callTimeout.isPositive()) {
            throw new ChainMisconfigured(
                    "amanat.quoting: validity and call-timeout are positive, grace and clock-tolerance not negative.");
        }
        if (maxDepegBps < 0 || maxDepegBps > BPS_MAX) {
            throw new ChainMisconfigured("amanat.quoting.max-depeg-bps is 0 to 10000.");
        }
    }

    /**
     * Two sources of one price.
     *
     * @param first is used
     * @param second is compared with
     * @param maxDeviationBps how far apart they may be, in hundredths of a percent
     */
    public record Price(
            @Nullable Source first,
            @Nullable Source second,
            @DefaultValue("100") int maxDeviationBps) {
        /** Refuses what cannot be meant. */
        public Price {
            if (first == null || second == null) {
                throw new ChainMisconfigured("amanat.quoting.prices: each price has a first and a second source.");
            }
            if (maxDeviationBps < 0 || maxDeviationBps > BPS_MAX) {
                throw new ChainMisconfigured("amanat.quoting.prices: max-deviation-bps is 0 to 10000.");
            }
        }
    }

    /**
     * The price of one token.
     *
     * @param contract of the token, on {@code chainId}
     * @param currency that it is taken as
     */
    public record Token(long chainId, String contract, Currency currency, Price price) {
        /** Refuses what cannot be meant. */
        public Token {
            Source.check(contract, null);
        }
    }

    /**
     * An aggregator or a fixed price: one of the two.
     *
     * @param aggregator a contract with Chainlink's AggregatorV3Interface
     * @param fixed US dollars, as decimal text
     * @param heartbeat within which the aggregator promises an update
     * @param heartbeatGrace how much later an update may be
     * @param decimals that the aggregator must have
     * @param description that the aggregator must have; any when absent
     */
    public record Source(
            @Nullable String aggregator,
            @Nullable String fixed,
            @DefaultValue("24h") Duration heartbeat,
            @DefaultValue("5m") Duration heartbeatGrace,
            @DefaultValue("8") int decimals,
            @Nullable String description) {
        /** Refuses what cannot be meant. */
        public Source {
            if ((aggregator == null) == (fixed == null) || !heartbeat.isPositive() || heartbeatGrace.isNegative()) {
                throw new ChainMisconfigured(
                        "amanat.quoting.prices: a source is an aggregator with a heartbeat, or fixed.");
            }
            check(aggregator, fixed);
        }

        private static void check(@Nullable String aggregator, @Nullable String fixed) {
            try {
                if (aggregator != null) {
                    new EvmAddress(aggregator);
                }
                if (fixed != null) {
                    UsdPrice.of(fixed);
                }
            } catch (IllegalArgumentException wrong) {
                throw new ChainMisconfigured("amanat.quoting.prices: " + wrong.getMessage() + ".");
            }
        }
    }
}
