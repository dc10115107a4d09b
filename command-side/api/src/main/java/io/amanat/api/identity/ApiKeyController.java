package io.amanat.api.identity;

import io.amanat.api.trade.EventLog;
import io.amanat.api.web.ApiProblem;
import io.amanat.api.web.ApiRefusal;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.WireEnum;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.identity.ApiKeyCommand.IssueApiKey;
import io.amanat.contract.identity.ApiKeyCommand.RevokeApiKey;
import io.amanat.contract.identity.ApiKeyEvent.ApiKeyIssued;
import io.amanat.contract.identity.ApiKeyId;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.Scope;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A key is {@code amk_<id>_<secret>}; the whole of it is hashed with SHA-256. */
@RestController
@RequestMapping(AccessTable.BASE + "/api-keys")
class ApiKeyController {
    private final Commands commands;
    private final EventLog log;
    private final ApiKeyStore keys;
    private final Sealer sealer;
    private final TransactionOperations transactions;
    private final Clock clock;

    ApiKeyController(
            Commands commands,
            EventLog log,
            ApiKeyStore keys,
            Sealer sealer,
            TransactionOperations transactions,
            Clock clock) {
        this.commands = commands;
        this.log = log;
        this.keys = keys;
        this.sealer = sealer;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The key is shown here and nowhere else. */
    record KeyAnswer(UUID id, String key, List<String> scopes) {
        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "KeyAnswer[" + id + "]";
        }
    }

    @PostMapping
    ResponseEntity<KeyAnswer> issue(@Valid @RequestBody ApiKeyBody body, CommandContext context) {
        ApiKeyId id = new ApiKeyId(context.newId("api-key"));
        if (keys.exists(id)) {
            throw new ApiProblem(ApiRefusal.API_KEY_SHOWN_ONCE);
        }
        List<Scope> scopes = body.scopes().stream()
                .map(scope -> WireEnum.parse(Scope.class, scope))
                .distinct()
                .toList();
        String key = Tokens.make("amk_" + id + "_");
        var name = sealer.seal(context.userId(), body.name());
        transactions.executeWithoutResult(transaction -> {
            keys.add(id, context.userId(), body.name().strip(), Tokens.hash(key), scopes);
            commands.send(new IssueApiKey(id, name, scopes, context.userId()), context.origin());
        });
        KeyAnswer answer =
                new KeyAnswer(id.value(), key, scopes.stream().map(Scope::wire).toList());
        return Commands.secret(commands.created("/api-keys/" + id, answer));
    }

    @PostMapping("/{apiKeyId}/revocation")
    ResponseEntity<IdAnswer> revoke(@PathVariable UUID apiKeyId, CommandContext context) {
        ApiKeyId id = new ApiKeyId(apiKeyId);
        log.correlation(id, ApiKeyIssued.class, IdentityRule.NO_SUCH_API_KEY);
        transactions.executeWithoutResult(transaction -> {
            keys.revoke(id, clock.instant());
            commands.send(new RevokeApiKey(id, context.userId()), context.origin());
        });
        return commands.accepted(id);
    }
}
