package io.amanat.api.disputes;

import io.amanat.api.validation.Wire;
import io.amanat.contract.WireEnum;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A part of what is held, in whole tokens. It may have as many decimals as the token, which are often more than those of a price:
 * what is held may end in any unit, and a ruling must be able to give out that unit too.
 */
record PartBody(
        @NotNull @Size(max = 60) String amount,
        @Wire(Currency.class) String currency) {

    /**
     * The part in units of {@code asset}.
     *
     * @throws IllegalArgumentException when it is another currency, no amount, or finer than the token
     */
    AssetAmount in(Asset asset) {
        if (WireEnum.parse(Currency.class, currency) != asset.currency()) {
            throw new IllegalArgumentException(
                    "What is held is " + asset.currency().wire() + "; a part cannot be in " + currency + ".");
        }
        return asset.amount(amount);
    }
}
