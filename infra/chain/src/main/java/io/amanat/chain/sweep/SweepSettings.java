package io.amanat.chain.sweep;

import io.amanat.contract.money.Currency;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code amanat.sweeps.*}.
 *
 * @param chains by chain id; a chain that is not named goes to its first hot account, and has no price: nothing of it is planned
 * @param worthFactor a deposit is swept when it is worth at least so many times its gas
 * @param feeHeadroom how many times the gas price of now a sweep may offer, since a person signs it later; what is not used is not paid
 * @param signWithin how long an offered sweep waits for its signature; then it is given up, to be planned anew at the price of then
 * @param batchMax sweeps in one batch
 * @param interval between two looks
 */
@ConfigurationProperties("amanat.sweeps")
public record SweepSettings(
        @DefaultValue Map<Long, OfChain> chains,
        @DefaultValue("10") int worthFactor,
        @DefaultValue("2") int feeHeadroom,
        @DefaultValue("24h") Duration signWithin,
        @DefaultValue("100") int batchMax,
        @DefaultValue("2s") Duration interval) {

    /** Refuses what cannot be meant. */
    public SweepSettings {
        chains = Map.copyOf(chains);
        if (worthFactor < 1 || feeHeadroom < 1 || batchMax < 1 || !signWithin.isPositive() || !interval.isPositive()) {
            throw new IllegalArgumentException("amanat.sweeps: worth-factor, fee-headroom and batch-max are at least 1,"
                    + " sign-within and interval positive.");
        }
    }

    OfChain of(long chainId) {
        return chains.getOrDefault(chainId, OfChain.UNSET);
    }

    /**
     * Of one chain.
     *
     * @param to where its sweeps go; its first hot account when it is not set
     * @param nativePrice how many whole tokens of a currency one native coin is worth; a currency that is not named is not swept
     * @param accountPath of the deposit account on the operator's device
     */
    public record OfChain(
            @Nullable String to,
            @DefaultValue Map<Currency, BigDecimal> nativePrice,
            @DefaultValue(ACCOUNT_PATH) String accountPath) {

        static final String ACCOUNT_PATH = "m/44'/60'/0'";

        private static final Pattern PATH = Pattern.compile("m(/[0-9]{1,10}'){3}");

        static final OfChain UNSET = new OfChain(null, Map.of(), ACCOUNT_PATH);

        /** Refuses what cannot be meant. */
        public OfChain {
            nativePrice = Map.copyOf(nativePrice);
            if (nativePrice.values().stream().anyMatch(price -> price.signum() <= 0)) {
                throw new IllegalArgumentException("amanat.sweeps: a native-price is above zero.");
            }
            if (!PATH.matcher(accountPath).matches()) {
                throw new IllegalArgumentException("amanat.sweeps: an account-path is such as " + ACCOUNT_PATH + ".");
            }
        }
    }
}
