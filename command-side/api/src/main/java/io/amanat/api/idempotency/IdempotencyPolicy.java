package io.amanat.api.idempotency;

import io.amanat.contract.access.AccessTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What a key means to an endpoint. */
enum IdempotencyPolicy {
    /** Money moves: without a key the request is refused. */
    REQUIRED,
    /** The answer carries a secret and is never kept. */
    SECRET,
    /** Every other POST and PUT. */
    WELCOME;

    private static final Map<PathPattern, IdempotencyPolicy> TABLE = new TreeMap<>();

    static {
        REQUIRED.holdsFor(List.of(
                "/purchase-requests/{requestId}/offers/{offerId}/acceptance",
                "/purchase-requests/{requestId}/delivery-confirmation",
                "/payments/{paymentId}/cancellation",
                "/payments/{paymentId}/freeze",
                "/payments/{paymentId}/unfreeze",
                "/payments/{paymentId}/off-chain-confirmations",
                "/payments/{paymentId}/off-chain-confirmations/{offChainId}/approval",
                "/payments/{paymentId}/off-chain-confirmations/{offChainId}/rejection",
                "/payments/{paymentId}/write-offs",
                "/payments/{paymentId}/write-offs/{writeOffId}/approval",
                "/payments/{paymentId}/write-offs/{writeOffId}/rejection",
                "/payments/{paymentId}/disputes",
                "/disputes/{disputeId}/resolution",
                "/custody-transfers/{transferId}/approval",
                "/custody-transfers/{transferId}/hold",
                "/custody-transfers/{transferId}/retry",
                "/custody-transfers/{transferId}/redirection",
                "/custody-transfers/{transferId}/acceptance",
                "/parked-custody-steps/{stepId}/retry",
                "/transfer-screenings/{screeningId}/clearance",
                "/transfer-screenings/{screeningId}/rejection"));
        SECRET.holdsFor(
                List.of("/sessions", "/sessions/refresh", "/api-keys", "/purchase-requests/{requestId}/delivery-code"));
    }

    private void holdsFor(List<String> paths) {
        paths.forEach(path -> TABLE.put(PathPatternParser.defaultInstance.parse(AccessTable.BASE + path), this));
    }

    static IdempotencyPolicy of(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return TABLE.entrySet().stream()
                .filter(row -> row.getKey().matches(parsed))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(WELCOME);
    }

    /** The rows that are not {@link #WELCOME}, by path. */
    static Map<PathPattern, IdempotencyPolicy> table() {
        return Map.copyOf(TABLE);
    }
}
