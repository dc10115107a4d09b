package io.amanat.domain.identity;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.identity.ApiKeyCommand.IssueApiKey;
import io.amanat.contract.identity.ApiKeyCommand.RevokeApiKey;
import io.amanat.contract.identity.ApiKeyEvent.ApiKeyIssued;
import io.amanat.contract.identity.ApiKeyEvent.ApiKeyRevoked;
import io.amanat.contract.identity.IdentityRule;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A key with which a machine acts: issued once with its scopes, revoked for good. The secret is never here. */
@AggregateRoot
public class ApiKey {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private @Nullable ApiKeyIssued issued;
    private boolean revoked;

    /** For Axon, which then replays the events. */
    protected ApiKey() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(IssueApiKey command) {
        if (issued != null) {
            unless(sameAs(issued, command), IdentityRule.AN_API_KEY_IS_ISSUED_ONCE);
            return;
        }
        unless(!command.scopes().isEmpty(), IdentityRule.AN_API_KEY_HAS_A_SCOPE);
        AggregateLifecycle.apply(new ApiKeyIssued(command.apiKeyId(), command.name(), command.scopes(), command.by()));
    }

    @CommandHandler
    void handle(RevokeApiKey command) {
        if (!revoked) {
            AggregateLifecycle.apply(new ApiKeyRevoked(command.apiKeyId(), command.by()));
        }
    }

    @EventSourcingHandler
    void on(ApiKeyIssued event) {
        id = event.apiKeyId().toString();
        issued = event;
    }

    @EventSourcingHandler
    void on(ApiKeyRevoked event) {
        revoked = true;
    }

    private static boolean sameAs(ApiKeyIssued issued, IssueApiKey command) {
        return Set.copyOf(issued.scopes()).equals(Set.copyOf(command.scopes()))
                && issued.by().equals(command.by())
                && issued.name().subject().equals(command.name().subject());
    }
}
