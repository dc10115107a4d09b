package io.amanat.contract.identity;

import io.amanat.contract.Command;
import java.util.List;

/** What an API key can be told. The secret itself never enters a command. */
public sealed interface ApiKeyCommand extends Command {
    ApiKeyId apiKeyId();

    @Override
    default ApiKeyId target() {
        return apiKeyId();
    }

    record IssueApiKey(ApiKeyId apiKeyId, PersonalText name, List<Scope> scopes, UserId by) implements ApiKeyCommand {}

    record RevokeApiKey(ApiKeyId apiKeyId, UserId by) implements ApiKeyCommand {}
}
