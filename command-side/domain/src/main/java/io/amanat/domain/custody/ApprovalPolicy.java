package io.amanat.domain.custody;

import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import java.math.BigInteger;
import java.util.Map;

/**
 * Above which amounts a custody transfer waits for a guard.
 *
 * @param wholeUnitsMax by currency: the largest amount in whole units that goes out by itself; a currency that is missing always waits
 */
public record ApprovalPolicy(Map<Currency, BigInteger> wholeUnitsMax) {
    public ApprovalPolicy {
        wholeUnitsMax = Map.copyOf(wholeUnitsMax);
    }

    /** Whether a second pair of eyes is needed. */
    public boolean guardRequired(AssetAmount amount) {
        BigInteger max = wholeUnitsMax.get(amount.asset().currency());
        return max == null
                || amount.units()
                                .compareTo(max.multiply(
                                        BigInteger.TEN.pow(amount.asset().decimals())))
                        > 0;
    }
}
