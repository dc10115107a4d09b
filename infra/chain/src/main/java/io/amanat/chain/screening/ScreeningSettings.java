package io.amanat.chain.screening;

import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningRules;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code amanat.screening.*}: which money waits for a guard.
 *
 * @param addressList a file of addresses whose money is not taken, read at the start
 * @param tokensOnHold token contracts whose transfers always wait
 * @param amountMax by currency, in whole units: the largest transfer that passes; a currency that is missing always waits
 * @param windowAmountMax by currency, in whole units: the most that one sender may send within the window; as above
 * @param windowTransfersMax how many transfers one sender may make within the window
 * @param window of the two before; whole hours
 * @param senderAgeBlocksMin how many blocks before its transfer a sender must have made a transaction; 0 asks nothing, more needs a node
 *     that remembers the state so far back
 */
@ConfigurationProperties("amanat.screening")
public record ScreeningSettings(
        @Nullable Path addressList,
        @DefaultValue List<String> tokensOnHold,
        @DefaultValue Map<Currency, BigDecimal> amountMax,
        @DefaultValue Map<Currency, BigDecimal> windowAmountMax,
        @DefaultValue("10000") int windowTransfersMax,
        @DefaultValue("24h") Duration window,
        @DefaultValue("0") int senderAgeBlocksMin) {

    /** The list that is configured. */
    public Optional<Path> file() {
        return Optional.ofNullable(addressList).filter(file -> !file.toString().isBlank());
    }

    /** The rules that hold from now on. */
    public ScreeningRules rules() {
        return new ScreeningRules(
                RuleEngine.CURRENT,
                tokensOnHold.stream().map(EvmAddress::new).toList(),
                money(amountMax),
                money(windowAmountMax),
                windowTransfersMax,
                Math.toIntExact(window.toHours()),
                senderAgeBlocksMin);
    }

    private static List<Money> money(Map<Currency, BigDecimal> amounts) {
        return amounts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(limit -> Money.of(limit.getValue().toPlainString(), limit.getKey()))
                .toList();
    }
}
