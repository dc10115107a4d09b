package io.amanat.chain.provider;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.ProviderRule;
import io.amanat.contract.escrow.ProviderWebhooks;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes webhooks. It sends no command and knows nobody who does: what the chain says about a webhook is written beside it, and money is
 * credited by the watcher alone.
 */
final class ProviderInbox implements ProviderWebhooks {
    private static final Logger log = LoggerFactory.getLogger(ProviderInbox.class);

    private final List<WebhookProtocol> protocols;
    private final ProviderDeliveries deliveries;
    private final List<HintCheck> chains;
    private final int bodyBytesMax;
    private final Duration retention;
    private final Clock clock;

    ProviderInbox(
            List<WebhookProtocol> protocols,
            ProviderDeliveries deliveries,
            List<HintCheck> chains,
            int bodyBytesMax,
            Duration retention,
            Clock clock) {
        this.protocols = protocols;
        this.deliveries = deliveries;
        this.chains = List.copyOf(chains);
        this.bodyBytesMax = bodyBytesMax;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public int receive(PaymentProvider provider, Map<String, String> headers, byte[] body) {
        WebhookProtocol protocol = protocols.stream()
                .filter(one -> one.provider() == provider)
                .findFirst()
                .orElseThrow(() -> new RuleViolated(ProviderRule.WEBHOOKS_COME_FROM_KNOWN_PROVIDERS));
        RuleViolated.unless(body.length <= bodyBytesMax, ProviderRule.WEBHOOKS_ARE_SMALL);
        Delivery delivery = protocol.authenticate(headers, body, clock.instant());
        String sha256 = Signatures.sha256(body);
        Optional<ProviderDeliveries.Known> known =
                deliveries.take(provider, delivery, sha256, body.length, clock.instant());
        RuleViolated.unless(
                known.map(before -> before.bodySha256().equals(sha256)).orElse(true),
                ProviderRule.A_DELIVERY_ID_STANDS_FOR_ONE_BODY);
        if (!known.map(ProviderDeliveries.Known::decided).orElse(false)) {
            Outcome outcome = outcome(protocol, body);
            deliveries.decided(provider, delivery, outcome);
            log.info("{} says something about payment {}: {}", provider.wire(), outcome.paymentId(), outcome.kind());
        }
        return protocol.acknowledgement();
    }

    /** Forgets what is older than the retention. */
    void purge() {
        deliveries.purge(clock.instant().minus(retention));
    }

    private Outcome outcome(WebhookProtocol protocol, byte[] body) {
        try {
            Hint hint = protocol.read(JsonMapper.shared().readTree(body));
            return chains.stream()
                    .map(chain -> chain.of(hint))
                    .min(Comparator.comparing(Outcome::kind))
                    .orElse(new Outcome(Outcome.Kind.CHAIN_SILENT, null));
        } catch (JacksonException unreadable) {
            return new Outcome(Outcome.Kind.UNREADABLE, null);
        }
    }
}
