package io.amanat.chain.provider;

import io.amanat.contract.money.EvmAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a webhook says, as far as the chain can be asked about it. Amounts and words such as "paid" are not even read.
 *
 * @param destination to which it says that money was paid
 * @param reference of the payment, 16 hexadecimal digits
 * @param transactions in which it says that it was paid
 */
record Hint(@Nullable EvmAddress destination, @Nullable String reference, List<String> transactions) {
    /** More than any honest webhook names; each costs a question to the node. */
    static final int TRANSACTIONS_MAX = 20;

    private static final Pattern HASH = Pattern.compile("0x[0-9a-f]{64}");
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{40}");
    private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{16}");

    Hint {
        transactions = transactions.stream().distinct().limit(TRANSACTIONS_MAX).toList();
    }

    static @Nullable EvmAddress address(JsonNode node) {
        String text = text(node);
        return ADDRESS.matcher(text).matches() ? new EvmAddress(text) : null;
    }

    static List<String> transaction(JsonNode node) {
        String text = text(node);
        String hash = text.startsWith("0x") ? text : "0x" + text;
        return HASH.matcher(hash).matches() ? List.of(hash) : List.of();
    }

    static @Nullable String reference(JsonNode node) {
        String text = text(node);
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        return REFERENCE.matcher(digits).matches() ? digits : null;
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString().toLowerCase(Locale.ROOT) : "";
    }
}
