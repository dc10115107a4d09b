package io.amanat.query.marketplace;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a timeline entry is about. Any of it may be missing: the sentence is then shorter. */
record TimelineFacts(Map<String, String> params) {
    TimelineFacts {
        params = Map.copyOf(params);
    }

    String get(String name) {
        return params.getOrDefault(name, "");
    }

    boolean is(String name) {
        return "true".equals(get(name));
    }

    /** {@code before 125.50 USDC after}, or {@code otherwise} when there is no amount. */
    String amount(String before, String after, String otherwise) {
        String amount = money("amount");
        return amount == null ? otherwise : before + amount + after;
    }

    /** The amount under {@code name} with the currency. */
    @Nullable
    String money(String name) {
        String amount = get(name);
        return amount.isEmpty() ? null : (amount + " " + get("currency")).strip();
    }

    boolean positive() {
        String amount = get("amount");
        return !amount.isEmpty() && new BigDecimal(amount).signum() > 0;
    }

    /** The transaction in brackets, and which of its block's logs is meant, when that is known. */
    String transaction() {
        String hash = get("txHash");
        String log = get("logIndex");
        return hash.isEmpty() ? "" : " (transaction " + hash + (log.isEmpty() ? "" : ", log " + log) + ")";
    }
}
