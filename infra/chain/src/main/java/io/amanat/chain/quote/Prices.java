package io.amanat.chain.quote;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each price comes from. A token with sources of its own is not asked for by its currency: a symbol is not enough. */
record Prices(Map<Currency, PairOfSources> byCurrency, Map<Token, PairOfSources> byToken) {
    /** A contract on a chain. */
    record Token(long chainId, EvmAddress contract, Currency currency) {}

    Prices {
        byCurrency = Map.copyOf(byCurrency);
        byToken = Map.copyOf(byToken);
    }

    PairOfSources of(Currency currency) {
        return there(byCurrency.get(currency), currency);
    }

    PairOfSources of(Asset asset) {
        PairOfSources own = byToken.get(new Token(asset.chainId(), asset.contract(), asset.currency()));
        return own == null ? of(asset.currency()) : own;
    }

    private static PairOfSources there(@Nullable PairOfSources pair, Currency currency) {
        if (pair == null) {
            throw new RuleViolated(
                    QuoteRule.QUOTE_SOURCE_MISSING, "There is no pair of sources for " + currency.wire() + ".");
        }
        return pair;
    }
}
