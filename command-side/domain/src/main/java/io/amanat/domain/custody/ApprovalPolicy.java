package io.amanat.domain.custody;

import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import java.math.BigInteger;
import java.util.Map;

/**
 * Above which amounts a custody transfer waits for a guard, and above which for two. By currency, in whole units; a currency that is
 * missing has the limit 0.
 *
 * @param guardAbove the largest amount that goes out by itself
 * @param twoGuardsAbove the largest amount for which one guard is enough; says nothing about amounts that need none
 */
public record ApprovalPolicy(Map<Currency, BigInteger> guardAbove, Map<Currency, BigInteger> twoGuardsAbove) {
    public ApprovalPolicy {
        guardAbove = Map.copyOf(guardAbove);
        twoGuardsAbove = Map.copyOf(twoGuardsAbove);
    }

    /** Whether a second pair of eyes is needed. */
    public boolean guardRequired(AssetAmount amount) {
        return above(guardAbove, amount);
    }

    /** Whether two guards are needed. */
    public boolean twoGuardsRequired(AssetAmount amount) {
        return guardRequired(amount) && above(twoGuardsAbove, amount);
    }

    private static boolean above(Map<Currency, BigInteger> limits, AssetAmount amount) {
        BigInteger max = limits.getOrDefault(amount.asset().currency(), BigInteger.ZERO);
        BigInteger units = max.multiply(BigInteger.TEN.pow(amount.asset().decimals()));
        return amount.units().compareTo(units) > 0;
    }
}
