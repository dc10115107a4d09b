package io.amanat.app.assembly;

import io.amanat.contract.money.Currency;
import java.math.BigInteger;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under {@code amanat.custody}.
 *
 * @param guardAbove by currency: the largest amount, in whole units, that goes out without a guard
 * @param twoGuardsAbove by currency: the largest amount, in whole units, for which one guard is enough
 */
@ConfigurationProperties("amanat.custody")
record CustodySettings(
        @DefaultValue Map<Currency, BigInteger> guardAbove,
        @DefaultValue Map<Currency, BigInteger> twoGuardsAbove) {}
