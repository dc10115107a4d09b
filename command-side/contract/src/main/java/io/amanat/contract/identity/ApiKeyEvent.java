package io.amanat.contract.identity;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import java.util.List;

/** What happened to an API key. */
public sealed interface ApiKeyEvent extends Event {
    ApiKeyId apiKeyId();

    @Override
    default ApiKeyId subject() {
        return apiKeyId();
    }

    @EventType("api-key.issued.v1")
    record ApiKeyIssued(ApiKeyId apiKeyId, PersonalText name, List<Scope> scopes, UserId by) implements ApiKeyEvent {}

    @EventType("api-key.revoked.v1")
    record ApiKeyRevoked(ApiKeyId apiKeyId, UserId by) implements ApiKeyEvent {}
}
