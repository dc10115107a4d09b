package io.amanat.query.custody;

import io.amanat.query.view.Presentation;
import io.amanat.query.view.TokenAmountView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A transfer's safety check, for guards.
 *
 * @param status what became of it; {@code verdict} is what the rules said
 * @param findings the rules that did not let it pass
 * @param inputs what the rules looked at, as text
 * @param decidedBy the guard who cleared or rejected it
 */
record ScreeningView(
        UUID id,
        UUID paymentId,
        UUID requestId,
        String status,
        String verdict,
        List<String> findings,
        String ruleSetVersion,
        String listVersion,
        Map<String, String> inputs,
        String txHash,
        long logIndex,
        String from,
        String to,
        TokenAmountView amount,
        Instant screenedAt,
        @Nullable UUID decidedBy,
        @Nullable String decisionReason,
        @Nullable Instant decidedAt,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static ScreeningView of(ScreeningRow row, Presentation show, JsonMapper json) {
        return new ScreeningView(
                row.id(),
                row.paymentId,
                row.purchaseRequestId,
                row.status,
                row.verdict,
                row.findings.isEmpty() ? List.of() : List.of(row.findings.split(",", -1)),
                row.ruleSetVersion,
                row.listVersion,
                texts(row.inputs, json),
                row.txHash,
                row.logIndex,
                show.address(row.fromAddress),
                show.address(row.toAddress),
                show.amount(row.amountUnits, row.currency, row.chainId, row.tokenAddress, row.tokenDecimals),
                row.screenedAt,
                row.decidedBy,
                show.textOrNull(row.decisionReason),
                row.decidedAt,
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }

    private static Map<String, String> texts(String object, JsonMapper json) {
        return json.readTree(object).properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, member -> member.getValue().asString()));
    }
}
