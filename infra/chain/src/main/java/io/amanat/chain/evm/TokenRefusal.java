package io.amanat.chain.evm;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Why a token would not make a transfer as instructed, in words that are stored: a code, and after a colon what is known of the cause. */
public final class TokenRefusal {

    /** It would be reverted: paused, a blacklisted recipient, or whatever the token's own words after the colon say. */
    public static final String REFUSED_BY_TOKEN = "refused-by-token";

    /** {@code transfer} would return false. */
    public static final String TOKEN_SAYS_NO = "token-says-no";

    /** The recipient would get something else than was instructed, such as less a fee. */
    public static final String WOULD_MOVE_OTHERWISE = "would-move-otherwise";

    private static final int WORDS_MAX = 100;

    private TokenRefusal() {}

    /** Of a trial run that was not reverted; empty when {@code instructed} units would arrive. */
    public static Optional<String> of(TrialTransfer trial, BigInteger instructed) {
        if (trial.saysNo()) {
            return Optional.of(TOKEN_SAYS_NO);
        }
        return trial.received().equals(instructed)
                ? Optional.empty()
                : Optional.of(WOULD_MOVE_OTHERWISE + ": " + trial.received() + " of " + instructed);
    }

    /** Of a call that the contract reverts; empty when the node refuses for a reason of its own. */
    public static Optional<String> of(NodeRefused refused) {
        return refused.reason().toLowerCase(Locale.ROOT).contains("revert")
                ? Optional.of(REFUSED_BY_TOKEN + ": " + inShort(refused.reason()))
                : Optional.empty();
    }

    /** What a contract says may be anything: only a short line of plain letters is kept. */
    private static String inShort(String words) {
        String plain = words.replaceAll("[^A-Za-z0-9 _().,:'-]+", " ").strip();
        return plain.substring(0, Math.min(plain.length(), WORDS_MAX));
    }
}
