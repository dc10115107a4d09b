package io.amanat.app.e2e;

import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.evm.Eip55;
import java.util.List;
import java.util.Map;
import org.web3j.crypto.Credentials;
import tools.jackson.databind.node.ObjectNode;

/** Requests that are right, to be spoilt one way at a time. */
final class Bodies {
    /** Everybody's wallet; whoever is logged in through {@link Http} and is a party has signed for it. */
    static final InMemorySigner OWNER = new InMemorySigner(Credentials.create("4646".repeat(16)));

    static final String WALLET = new Eip55().format(OWNER.address());

    private Bodies() {}

    static ObjectNode request() {
        return Http.JSON.valueToTree(Map.of(
                "title",
                "A lamp",
                "description",
                "Any colour.",
                "productType",
                "digital_product",
                "budget",
                Map.of("min", usdc("1.00"), "max", usdc("100.00")),
                "urgency",
                "low",
                "quantity",
                1,
                "specifications",
                List.of(Map.of("key", "colour", "value", "green")),
                "delivery",
                Map.of("method", "digital"),
                "preferredSellers",
                List.of()));
    }

    static ObjectNode offer(String amount) {
        return Http.JSON.valueToTree(Map.of("price", usdc(amount), "deliveryDays", 3, "payoutAddress", WALLET));
    }

    static ObjectNode acceptance(String contract) {
        return Http.JSON.valueToTree(Map.of(
                "asset",
                Map.of("chainId", 31337, "contract", contract),
                "refundAddress",
                WALLET,
                "provider",
                "amn.scanner"));
    }

    static Map<String, String> usdc(String amount) {
        return Map.of("amount", amount, "currency", "USDC");
    }

    /** A right body for an endpoint of the access table. */
    static Object of(String path) {
        return switch (path) {
            case "/purchase-requests", "/purchase-requests/{requestId}" -> request();
            case "/purchase-requests/{requestId}/offers", "/purchase-requests/{requestId}/offers/{offerId}" ->
                offer("10.00");
            case "/purchase-requests/{requestId}/offers/{offerId}/acceptance" ->
                acceptance(io.amanat.chain.local.LocalTokens.USDC.value());
            case "/purchase-requests/{requestId}/delivery-confirmation" -> Map.of("code", "123456");
            case "/payments/{paymentId}/disputes" -> Map.of("category", "other", "reason", "Why not.");
            case "/payments/{paymentId}/return-claims" -> transfer("to", WALLET);
            case "/payments/{paymentId}/returns" ->
                Map.of(
                        "chainId",
                        31337,
                        "txHash",
                        "0x" + "1".repeat(64),
                        "logIndex",
                        0,
                        "to",
                        WALLET,
                        "reason",
                        "It is theirs.");
            case "/disputes/{disputeId}/evidence", "/disputes/{disputeId}/timeline-entries" ->
                Map.of("note", "See here.");
            case "/disputes/{disputeId}/resolution" -> Map.of("ruling", "refund", "rationale", "It is so.");
            case "/users/{userId}/role" -> Map.of("role", "seller", "reason", "Asked for it.");
            case "/purchase-requests/{requestId}/work-start",
                    "/purchase-requests/{requestId}/shipment",
                    "/purchase-requests/{requestId}/hand-over",
                    "/purchase-requests/{requestId}/delivery-code" -> Map.of();
            case "/users/me/payout-addresses" -> Map.of("address", WALLET);
            case "/users/me/payout-addresses/confirmation" ->
                Map.of("address", WALLET, "signature", OWNER.personalSign("nothing"));
            case "/address-lists" -> Map.of("list", WALLET + " blocked");
            case "/sweep-batches" -> Map.of();
            case "/sweep-batches/{batchId}/signed-transactions" ->
                Map.of("transactions", List.of(Map.of("sweepId", java.util.UUID.randomUUID(), "raw", "0x00")));
            case "/api-keys" -> Map.of("name", "Auditors", "scopes", List.of("audit:read"));
            default -> Map.of("reason", "Because of a test.");
        };
    }

    private static Map<String, Object> transfer(String name, String value) {
        return Map.of("chainId", 31337, "txHash", "0x" + "1".repeat(64), "logIndex", 0, name, value);
    }
}
