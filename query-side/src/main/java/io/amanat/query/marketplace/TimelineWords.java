package io.amanat.query.marketplace;

import org.jspecify.annotations.Nullable;

/** Puts what happened into words. */
final class TimelineWords {
    private TimelineWords() {}

    /** {@code who} as a sentence begins: {@code You}, {@code The buyer}. */
    static String of(String who, String kind, TimelineFacts facts) {
        String words = known(who, kind, facts);
        return words == null ? "Something happened (" + kind + ")." : words;
    }

    private static @Nullable String known(String who, String kind, TimelineFacts facts) {
        String request = RequestWords.of(who, kind, facts);
        if (request != null) {
            return request;
        }
        String money = MoneyWords.of(who, kind, facts);
        return money != null ? money : OutcomeWords.of(who, kind, facts);
    }
}
