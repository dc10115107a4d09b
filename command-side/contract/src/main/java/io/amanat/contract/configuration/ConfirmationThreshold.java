package io.amanat.contract.configuration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key {@code confirmation_threshold:<chainId>}: after how many blocks, its own included, a transaction of this chain counts. */
public record ConfirmationThreshold(long chainId) {
    /** A transaction counts at the earliest in its own block. */
    public static final long MIN = 1;

    /** Reorganisations are followed so deep; what lies deeper is never taken back. */
    public static final long MAX = 256;

    private static final Pattern KEY = Pattern.compile("confirmation_threshold:([1-9][0-9]{0,17})");

    /** Empty for any other key. */
    public static Optional<ConfirmationThreshold> ofKey(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches()
                ? Optional.of(new ConfirmationThreshold(Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    public String key() {
        return "confirmation_threshold:" + chainId;
    }

    /** Whether so many blocks can be meant. */
    public static boolean allows(long blocks) {
        return blocks >= MIN && blocks <= MAX;
    }
}
