package io.amanat.chain.sweep;

import io.amanat.chain.evm.FeeQuote;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;

/**
 * What is swept on one chain, whereto, and at what price.
 *
 * @param to where it goes
 * @param nativePrice how many whole tokens of a currency one native coin is worth; what is not named is not swept
 * @param worthFactor an amount is swept when it is worth at least so many times its gas
 * @param feeHeadroom how many times the price of now a sweep may offer, since a person signs it later; what is not used is not paid
 * @param maxFeePerGasWei the most that is ever offered
 * @param accountPath of the deposit account, such as {@code m/44'/60'/0'}
 * @param signWithin how long an offered sweep waits for its signature
 * @param batchMax sweeps in one batch
 */
record SweepRules(
        EvmAddress to,
        Map<Currency, BigDecimal> nativePrice,
        int worthFactor,
        int feeHeadroom,
        BigInteger maxFeePerGasWei,
        String accountPath,
        Duration signWithin,
        int batchMax) {

    /** Of a token's transfer and of the transfer of its gas, before anybody has measured it. */
    static final long GAS_BEFORE_IT_IS_MEASURED = 120_000;

    private static final int WEI_DECIMALS = 18;

    SweepRules {
        nativePrice = Map.copyOf(nativePrice);
    }

    boolean worth(AssetAmount amount, FeeQuote now, long gas) {
        BigDecimal price = nativePrice.get(amount.asset().currency());
        if (price == null) {
            return false;
        }
        BigDecimal coins = new BigDecimal(now.maxFeePerGasWei().multiply(BigInteger.valueOf(gas)), WEI_DECIMALS);
        BigDecimal least = coins.multiply(price).multiply(BigDecimal.valueOf(worthFactor));
        return new BigDecimal(amount.units(), amount.asset().decimals()).compareTo(least) >= 0;
    }

    boolean affordable(FeeQuote now) {
        return now.maxFeePerGasWei().compareTo(maxFeePerGasWei) <= 0;
    }

    /** What a sweep offers that is signed some time after this price was asked for. */
    FeeQuote offer(FeeQuote now) {
        BigInteger max = now.maxFeePerGasWei().multiply(BigInteger.valueOf(feeHeadroom));
        return new FeeQuote(max.min(maxFeePerGasWei), now.maxPriorityFeePerGasWei());
    }
}
