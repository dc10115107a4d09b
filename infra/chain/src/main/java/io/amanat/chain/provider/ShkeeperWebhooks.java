package io.amanat.chain.provider;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.ProviderRule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * SHKeeper: HMAC-SHA256 with the API key over time, a dot and the raw body. It knows no delivery ids, so the body is its own; it sends
 * again, signed anew, until the answer is 202. Older versions send the API key alone: a key that anybody on the way can read is no signature,
 * and is not looked at.
 */
record ShkeeperWebhooks(List<String> apiKeys, Duration replayWindow) implements WebhookProtocol {
    static final String TIMESTAMP = "x-shkeeper-timestamp";
    static final String SIGNATURE = "x-shkeeper-signature";

    private static final int ACCEPTED = 202;

    /** Seconds since 1970 have ten digits until 2286. */
    private static final int SECONDS_DIGITS_MAX = 10;

    @Override
    public PaymentProvider provider() {
        return PaymentProvider.SHKEEPER;
    }

    @Override
    public int acknowledgement() {
        return ACCEPTED;
    }

    @Override
    public Delivery authenticate(Map<String, String> headers, byte[] body, Instant now) {
        String seconds = headers.getOrDefault(TIMESTAMP, "").strip();
        byte[] head = (seconds + ".").getBytes(StandardCharsets.UTF_8);
        RuleViolated.unless(
                Signatures.good(apiKeys, headers.getOrDefault(SIGNATURE, ""), head, body) && number(seconds),
                ProviderRule.WEBHOOKS_ARE_SIGNED);
        Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now)
                .abs();
        RuleViolated.unless(off.compareTo(replayWindow) <= 0, ProviderRule.WEBHOOKS_ARE_FRESH);
        return new Delivery(Signatures.sha256(body), 0);
    }

    /** An unconfirmed one names its transaction at the top; a confirmed one lists all that its invoice has. */
    @Override
    public Hint read(JsonNode body) {
        Stream<JsonNode> listed = StreamSupport.stream(body.path("transactions").spliterator(), false)
                .map(one -> one.path("txid"));
        return new Hint(
                Hint.address(body.path("addr")),
                null,
                Stream.concat(Stream.of(body.path("txid")), listed)
                        .flatMap(txid -> Hint.transaction(txid).stream())
                        .toList());
    }

    private static boolean number(String text) {
        return !text.isEmpty()
                && text.length() <= SECONDS_DIGITS_MAX
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ShkeeperWebhooks";
    }
}
