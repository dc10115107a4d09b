package io.amanat.contract.escrow;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why a provider is not taken, or what it says is not listened to. */
public enum ProviderRule implements Rule {
    PROVIDERS_ARE_OFFERED(RuleKind.UNPROCESSABLE, "This platform takes no payments through this provider."),
    WEBHOOKS_COME_FROM_KNOWN_PROVIDERS(RuleKind.NOT_FOUND, "This platform takes no webhooks of such a provider."),
    WEBHOOKS_ARE_SIGNED(RuleKind.FORBIDDEN, "A webhook carries the provider's signature of exactly these bytes."),
    WEBHOOKS_ARE_FRESH(RuleKind.FORBIDDEN, "A webhook is taken only shortly after the time that it was signed with."),
    WEBHOOKS_ARE_SMALL(RuleKind.UNPROCESSABLE, "A webhook's body is larger than this platform takes."),
    A_DELIVERY_ID_STANDS_FOR_ONE_BODY(
            RuleKind.CONFLICT, "Another body came under this delivery id before; the first one counts.");

    private final RuleKind kind;
    private final String sentence;

    ProviderRule(RuleKind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public RuleKind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
