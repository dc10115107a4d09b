package io.amanat.chain.provider;

import io.amanat.contract.escrow.PaymentProvider;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How one provider's webhooks are told from forged ones, acknowledged, and read. */
interface WebhookProtocol {
    PaymentProvider provider();

    /** The HTTP status that this provider takes for "received"; any other makes it send again. */
    int acknowledgement();

    /**
     * Who sent it, before anything of it is read.
     *
     * @param headers names in lower case
     * @throws io.amanat.contract.RuleViolated unless the signature of these bytes is right, and fresh where the protocol has a time
     */
    Delivery authenticate(Map<String, String> headers, byte[] body, Instant now);

    /** What there is to ask the chain about. Whatever is missing or malformed is left out. */
    Hint read(JsonNode body);
}
