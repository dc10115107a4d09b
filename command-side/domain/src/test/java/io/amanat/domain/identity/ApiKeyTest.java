package io.amanat.domain.identity;

import io.amanat.contract.identity.ApiKeyCommand.IssueApiKey;
import io.amanat.contract.identity.ApiKeyCommand.RevokeApiKey;
import io.amanat.contract.identity.ApiKeyEvent;
import io.amanat.contract.identity.ApiKeyEvent.ApiKeyIssued;
import io.amanat.contract.identity.ApiKeyEvent.ApiKeyRevoked;
import io.amanat.contract.identity.ApiKeyId;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.Scope;
import io.amanat.contract.identity.UserId;
import io.amanat.domain.AggregateScenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
    private static final ApiKeyId KEY = new ApiKeyId(new UUID(1, 1));
    private static final UserId ADMIN = new UserId(new UUID(2, 1));
    private static final UserId OTHER_ADMIN = new UserId(new UUID(2, 2));
    private static final List<Scope> SCOPES = List.of(Scope.AUDIT_READ);
    private static final ApiKeyIssued ISSUED = new ApiKeyIssued(KEY, name("name"), SCOPES, ADMIN);
    private static final ApiKeyRevoked REVOKED = new ApiKeyRevoked(KEY, ADMIN);

    @Test
    void givenNothing_whenIssued_thenIssued() {
        given().then(new IssueApiKey(KEY, name("name"), SCOPES, ADMIN), ISSUED);
    }

    @Test
    void givenNothing_whenIssuedWithoutScope_thenRefused() {
        given().refuses(new IssueApiKey(KEY, name("name"), List.of(), ADMIN), IdentityRule.AN_API_KEY_HAS_A_SCOPE);
    }

    @Test
    void givenKey_whenIssuedAgain_thenNothingUnlessOtherwise() {
        given(ISSUED).repeats(new IssueApiKey(KEY, name("sealed-anew"), SCOPES, ADMIN));
        given(ISSUED, REVOKED).repeats(new IssueApiKey(KEY, name("name"), SCOPES, ADMIN));
        given(ISSUED)
                .refuses(
                        new IssueApiKey(KEY, name("name"), SCOPES, OTHER_ADMIN),
                        IdentityRule.AN_API_KEY_IS_ISSUED_ONCE);
        given(ISSUED)
                .refuses(new IssueApiKey(KEY, name("name"), List.of(), ADMIN), IdentityRule.AN_API_KEY_IS_ISSUED_ONCE);
    }

    @Test
    void givenKey_whenRevoked_thenRevokedOnce() {
        given(ISSUED).then(new RevokeApiKey(KEY, ADMIN), REVOKED);
        given(ISSUED, REVOKED).repeats(new RevokeApiKey(KEY, OTHER_ADMIN));
    }

    private static AggregateScenario<ApiKey>.When given(ApiKeyEvent... past) {
        return new AggregateScenario<>(ApiKey.class).given(List.of(past));
    }

    private static PersonalText name(String ciphertext) {
        return PersonalText.of(ADMIN, ciphertext);
    }
}
