package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.app.e2e.Http.Answer;
import io.amanat.app.e2e.Trades.Trade;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Endpoint;
import io.amanat.contract.access.Ownership;
import io.amanat.contract.identity.Role;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every endpoint, without a token, with every role, and as a stranger who has the right role but not the thing. */
class AccessWalkTest {
    private static final Set<Ownership> SOMEBODYS = EnumSet.of(
            Ownership.BUYER_OF_REQUEST, Ownership.SELLER_OF_OFFER, Ownership.SELLER_OF_TRADE, Ownership.PARTY_OF_TRADE);
    private static final Set<Role> PARTIES = EnumSet.of(Role.BUYER, Role.SELLER);

    private final Http http = new Http(SharedPlatform.get().api());

    @TestFactory
    Stream<DynamicTest> everyEndpoint() {
        Map<String, String> ids = ids();
        Map<Role, String> strangers = new HashMap<>();
        PARTIES.forEach(role -> strangers.put(role, http.newcomer(role.wire())));
        return AccessTable.endpoints().stream()
                .filter(endpoint -> !endpoint.path().endsWith("/stream"))
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.method() + " " + endpoint.path(), () -> walk(endpoint, ids, strangers)));
    }

    private void walk(Endpoint endpoint, Map<String, String> ids, Map<Role, String> strangers) {
        if (endpoint.open()) {
            Answer anyone = call(endpoint, ids, null);
            if (endpoint.path().endsWith("/provider-webhooks/{provider}")) {
                assertThat(anyone.code()).as("its signature is its token").isEqualTo("webhooks-are-signed");
            } else {
                assertThat(anyone.status()).as("without a token").isNotIn(401, 403, 404, 500);
            }
            return;
        }
        Answer anonymous = call(endpoint, ids, null);
        assertThat(anonymous.status()).as("without a token: %s", anonymous).isEqualTo(401);
        assertThat(anonymous.code()).isEqualTo("token-missing");
        for (Role role : Role.values()) {
            if (!endpoint.roles().contains(role)) {
                Answer refused = call(endpoint, ids, http.token(role.wire()));
                assertThat(refused.status()).as("as %s: %s", role, refused).isEqualTo(403);
                assertThat(refused.code()).isEqualTo("role-not-allowed");
            } else if (PARTIES.contains(role) && SOMEBODYS.contains(endpoint.ownership())) {
                Answer refused = call(endpoint, ids, strangers.get(role));
                assertThat(refused.status())
                        .as("as a stranger with role %s: %s", role, refused)
                        .isIn(403, 404);
                assertThat(refused.code()).as("says why").isNotEmpty().isNotEqualTo("role-not-allowed");
            }
        }
    }

    /** A real trade of the demo's buyer and seller, so that a stranger finds something that is not theirs. */
    private Map<String, String> ids() {
        Trades trades = new Trades(SharedPlatform.get());
        Trade trade = trades.delivered("20.00");
        Answer dispute = http.post(
                http.token("buyer"),
                "/payments/" + trade.paymentId() + "/disputes",
                Map.of("category", "other", "reason", "For the walk."));
        String disputeId = dispute.body().path("id").asString();
        Trades.await()
                .until(() ->
                        http.get(http.token("buyer"), "/disputes/" + disputeId).status() == 200);
        http.post(
                http.token("resolver"),
                "/disputes/" + disputeId + "/resolution",
                Map.of("ruling", "refund", "rationale", "For the walk."));
        trades.awaitRequest(trade, "refunded");
        Map<String, String> ids = new HashMap<>(Map.of(
                "requestId", trade.requestId(),
                "offerId", trade.offerId(),
                "paymentId", trade.paymentId(),
                "disputeId", disputeId,
                "aggregateId", trade.paymentId(),
                "userId", UUID.randomUUID().toString(),
                "apiKeyId", UUID.randomUUID().toString()));
        ids.put("jobId", UUID.randomUUID().toString());
        ids.put("reportId", UUID.randomUUID().toString());
        ids.put("proofId", UUID.randomUUID().toString());
        ids.put("screeningId", first("/transfer-screenings?paymentId=" + trade.paymentId()));
        ids.put("batchId", UUID.randomUUID().toString());
        ids.put("table", "users");
        ids.put("provider", "shkeeper");
        ids.put("offChainId", UUID.randomUUID().toString());
        ids.put("writeOffId", UUID.randomUUID().toString());
        ids.put("stepId", UUID.randomUUID().toString());
        ids.put("key", "confirmation_threshold:31337");
        ids.put("sequence", trade.requestId());
        ids.put("transferId", first("/custody-transfers?paymentId=" + trade.paymentId()));
        ids.put("destinationId", first("/destinations"));
        return ids;
    }

    private String first(String path) {
        return http.get(http.token("guard"), path)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    private Answer call(Endpoint endpoint, Map<String, String> ids, @org.jspecify.annotations.Nullable String token) {
        String template = endpoint.path().substring(AccessTable.BASE.length());
        String path = template;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        boolean write = List.of("POST", "PUT").contains(endpoint.method());
        return http.send(
                endpoint.method(),
                path,
                token,
                write ? Http.JSON.writeValueAsString(Bodies.of(template)) : null,
                write ? Map.of("Idempotency-Key", "\"" + UUID.randomUUID() + "\"") : Map.of());
    }
}
