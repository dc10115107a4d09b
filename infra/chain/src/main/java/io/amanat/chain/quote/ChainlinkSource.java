package io.amanat.chain.quote;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.chain.quote.AggregatorV3.Said;
import io.amanat.contract.escrow.quote.PriceReading;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.UsdPrice;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * A Chainlink aggregator, believed only when its contract is the one that is expected (decimals, and description where one is
 * configured), the round is complete and its own, the answer is more than zero, and it was updated within its heartbeat and a grace and
 * not in the future. A round never goes back, also not over a restart.
 */
final class ChainlinkSource implements PriceSource {
    private final AggregatorV3 aggregator;
    private final String name;
    private final QuotingSettings.Source settings;
    private final Duration clockTolerance;
    private final QuoteRounds rounds;

    /**
     * @param name of the source in quotes
     * @param clockTolerance by how much the chain's clock may be ahead of ours
     */
    ChainlinkSource(
            AggregatorV3 aggregator,
            String name,
            QuotingSettings.Source settings,
            Duration clockTolerance,
            QuoteRounds rounds) {
        this.aggregator = aggregator;
        this.name = name;
        this.settings = settings;
        this.clockTolerance = clockTolerance;
        this.rounds = rounds;
    }

    @Override
    public PriceReading read(Currency currency, Instant now) {
        Said said = aggregator.ask();
        String who = "The aggregator " + aggregator.contract() + " for " + currency.wire();
        expected(said, who);
        complete(said, who);
        Instant updatedAt = fresh(said, who, now);
        UsdPrice price = price(said, who);
        forward(said, who);
        return new PriceReading(currency, name, price, said.round().toString(), updatedAt);
    }

    private void expected(Said said, String who) {
        unless(
                said.decimals() == settings.decimals() && said.decimals() <= UsdPrice.DECIMALS,
                QuoteRule.QUOTE_SOURCE_MAD,
                who + " has " + said.decimals() + " decimals, not " + settings.decimals() + ".");
        unless(
                settings.description() == null || settings.description().equals(said.description()),
                QuoteRule.QUOTE_SOURCE_MAD,
                who + " is not the one that is configured: its description is another one.");
    }

    private static void complete(Said said, String who) {
        unless(
                said.round().signum() > 0 && said.updatedAt().signum() > 0,
                QuoteRule.QUOTE_SOURCE_STALE,
                who + " has no complete round.");
        unless(
                said.answeredInRound().compareTo(said.round()) >= 0,
                QuoteRule.QUOTE_SOURCE_STALE,
                who + " carries over the answer of an earlier round.");
    }

    private Instant fresh(Said said, String who, Instant now) {
        boolean future = said.updatedAt()
                        .compareTo(BigInteger.valueOf(now.plus(clockTolerance).getEpochSecond()))
                > 0;
        unless(!future, QuoteRule.QUOTE_SOURCE_MAD, who + " was updated in the future.");
        Instant updatedAt = Instant.ofEpochSecond(said.updatedAt().longValueExact());
        Instant oldest = now.minus(settings.heartbeat()).minus(settings.heartbeatGrace());
        unless(
                !updatedAt.isBefore(oldest),
                QuoteRule.QUOTE_SOURCE_STALE,
                who + " was last updated at " + updatedAt + ", more than its heartbeat ago.");
        return updatedAt;
    }

    private static UsdPrice price(Said said, String who) {
        unless(said.answer().signum() > 0, QuoteRule.QUOTE_SOURCE_MAD, who + " does not say more than zero.");
        BigInteger scaled = said.answer().multiply(BigInteger.TEN.pow(UsdPrice.DECIMALS - said.decimals()));
        unless(scaled.compareTo(UsdPrice.MAX) <= 0, QuoteRule.QUOTE_SOURCE_MAD, who + " says more than a million.");
        return new UsdPrice(scaled);
    }

    private void forward(Said said, String who) {
        BigInteger last = rounds.last(said.chainId(), aggregator.contract());
        unless(
                said.round().compareTo(last) >= 0,
                QuoteRule.QUOTE_SOURCE_MAD,
                who + " went back from round " + last + " to " + said.round() + ".");
        if (said.round().compareTo(last) > 0) {
            rounds.believed(said.chainId(), aggregator.contract(), said.round());
        }
    }
}
