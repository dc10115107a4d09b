package io.amanat.chain.provider;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.ProviderRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Request Network: HMAC-SHA256 of the raw body, an id for each delivery, and a count of retries. Its signature has no time, so an old
 * webhook is told by its delivery id alone.
 */
record RequestNetworkWebhooks(List<String> secrets) implements WebhookProtocol {
    static final String SIGNATURE = "x-request-network-signature";
    static final String DELIVERY = "x-request-network-delivery";
    static final String RETRY_COUNT = "x-request-network-retry-count";

    private static final int OK = 200;
    private static final int ID_MAX = 200;
    private static final int RETRIES_DIGITS_MAX = 6;

    @Override
    public PaymentProvider provider() {
        return PaymentProvider.REQUEST_NETWORK;
    }

    @Override
    public int acknowledgement() {
        return OK;
    }

    @Override
    public Delivery authenticate(Map<String, String> headers, byte[] body, Instant now) {
        String id = headers.getOrDefault(DELIVERY, "").strip();
        boolean named = !id.isEmpty() && id.length() <= ID_MAX;
        RuleViolated.unless(
                Signatures.good(secrets, headers.getOrDefault(SIGNATURE, ""), body) && named,
                ProviderRule.WEBHOOKS_ARE_SIGNED);
        return new Delivery(id, retries(headers.getOrDefault(RETRY_COUNT, "0").strip()));
    }

    @Override
    public Hint read(JsonNode body) {
        return new Hint(null, Hint.reference(body.path("paymentReference")), Hint.transaction(body.path("txHash")));
    }

    /** For people; nothing depends on it. */
    private static int retries(String text) {
        boolean number = !text.isEmpty()
                && text.length() <= RETRIES_DIGITS_MAX
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? Integer.parseInt(text) : 0;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "RequestNetworkWebhooks";
    }
}
