package io.amanat.api.web;

import io.amanat.api.idempotency.IdempotencyKey;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.Origin;
import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that wants commands sent: who asks, from where, which version they have seen, under which idempotency key. Controllers
 * take it as a parameter.
 *
 * @param caller absent where no token is needed
 * @param requestId of the HTTP request
 * @param ip of the client
 * @param expectedVersion from {@code If-Match}
 */
public record CommandContext(
        @Nullable Caller caller,
        String requestId,
        String ip,
        @Nullable IdempotencyKey idempotencyKey,
        @Nullable String expectedVersion) {

    public Caller requireCaller() {
        return Objects.requireNonNull(caller, "an endpoint that needs no token has no caller");
    }

    public UserId userId() {
        return requireCaller().requireUserId();
    }

    /** An id for something new: under an idempotency key always the same for the same request, otherwise random. */
    public UUID newId(String what) {
        return idempotencyKey == null ? UUID.randomUUID() : idempotencyKey.derive(what);
    }

    /** For what a repeat does anew. */
    public CommandContext withoutKey() {
        return new CommandContext(caller, requestId, ip, null, expectedVersion);
    }

    /** Whether an earlier try of this very request may have chosen the same ids. */
    public boolean repeatable() {
        return idempotencyKey != null;
    }

    public Origin origin(PurchaseRequestId trade) {
        return origin(trade.toString());
    }

    /** For what belongs to no trade. */
    public Origin origin() {
        return origin(requestId);
    }

    /** For a question beside the command: the version that the caller has seen is not the asked one's. */
    public Origin originUnversioned() {
        return new CommandContext(caller, requestId, ip, idempotencyKey, null).origin();
    }

    /** For somebody who has no token yet, and acts as the account that they make. */
    public Origin originAs(Caller self) {
        return new CommandContext(self, requestId, ip, idempotencyKey, expectedVersion).origin();
    }

    private Origin origin(String correlationId) {
        Map<String, String> more = new HashMap<>();
        more.put(MetadataKeys.REQUEST_ID, requestId);
        more.put(MetadataKeys.IP, ip);
        if (idempotencyKey != null) {
            more.put(MetadataKeys.IDEMPOTENCY_KEY, idempotencyKey.inLog());
        }
        if (expectedVersion != null) {
            more.put(MetadataKeys.EXPECTED_VERSION, expectedVersion);
        }
        Caller by = requireCaller();
        return new Origin(by.actor(), by.requireRole().wire(), correlationId, more);
    }
}
