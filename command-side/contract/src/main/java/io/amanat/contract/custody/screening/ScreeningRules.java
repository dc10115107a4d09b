package io.amanat.contract.custody.screening;

import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of rules: which engine, and its limits. It is stored with every verdict, so that the verdict can be computed again after the
 * limits have changed.
 *
 * @param engine which version of the logic in {@link RuleEngine}
 * @param tokensOnHold contracts whose transfers always wait for a guard
 * @param amountMax the largest transfer that passes, one amount per currency; a currency that is missing always waits
 * @param windowAmountMax the most that one sender may send within the window, this transfer included; as above
 * @param windowTransfersMax how many transfers one sender may make within the window, this one included
 * @param windowHours how long the window is, back from the transfer's block
 * @param senderAgeBlocksMin how many blocks before this transfer the sender must have made a transaction; 0 asks nothing
 */
public record ScreeningRules(
        int engine,
        List<EvmAddress> tokensOnHold,
        List<Money> amountMax,
        List<Money> windowAmountMax,
        int windowTransfersMax,
        int windowHours,
        int senderAgeBlocksMin) {
    private static final int DIGITS_SHOWN = 16;

    public ScreeningRules {
        tokensOnHold = List.copyOf(tokensOnHold);
        amountMax = List.copyOf(amountMax);
        windowAmountMax = List.copyOf(windowAmountMax);
        if (windowTransfersMax < 1 || windowHours < 1 || senderAgeBlocksMin < 0) {
            throw new IllegalArgumentException(
                    "at least one transfer in a window of at least one hour, and an age of 0 or more blocks");
        }
    }

    /** The same for the same rules, and another for others: the engine, and the beginning of the SHA-256 of all of it. */
    public String version() {
        byte[] content = canonical().getBytes(StandardCharsets.UTF_8);
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            return engine + "-" + digest.substring(0, DIGITS_SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private String canonical() {
        return Stream.of(
                        engine,
                        words(tokensOnHold),
                        words(amountMax),
                        words(windowAmountMax),
                        windowTransfersMax,
                        windowHours,
                        senderAgeBlocksMin)
                .map(Object::toString)
                .collect(Collectors.joining("|"));
    }

    private static String words(List<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }
}
