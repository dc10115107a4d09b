package io.amanat.api.custody;

import static io.amanat.api.Api.a;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.api.Api;
import io.amanat.api.ApiTest;
import io.amanat.api.AskedSweeps;
import io.amanat.contract.access.Caller;
import io.amanat.contract.custody.Sweeps.Handed;
import io.amanat.contract.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class SweepTest {
    private static final String BECAUSE = "{\"reason\":\"Collected weekly.\"}";

    @Autowired
    Api api;

    @Autowired
    AskedSweeps asked;

    private final Caller admin = a(Role.ADMIN);
    private final Caller guard = a(Role.GUARD);

    @Test
    void givenAPlan_whenAskedTwiceUnderOneKey_thenItIsOneBatch_andAnotherPersonApprovesIt() {
        String key = "\"" + UUID.randomUUID() + "\"";
        assertThat(api.post(admin, "/sweep-batches", "{\"chainId\":10}", "Idempotency-Key", key))
                .hasStatus(201)
                .hasHeader("Location", "/api/v1/sweep-batches/" + asked.last());
        UUID batch = asked.last();
        assertThat(asked.chain()).isEqualTo(10L);
        assertThat(asked.by()).isEqualTo(admin.actor());
        api.post(admin, "/sweep-batches", "{\"chainId\":10}", "Idempotency-Key", key);
        assertThat(asked.last()).isEqualTo(batch);

        assertThat(api.post(guard, "/sweep-batches/" + batch + "/approval", BECAUSE))
                .hasStatus(202);
        assertThat(asked.by()).isEqualTo(guard.actor());
        assertThat(asked.reason().subject()).isEqualTo(guard.userId());
        assertThat(api.post(guard, "/sweep-batches/" + batch + "/approval", BECAUSE))
                .as("the one who acted before, here")
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("a-batch-is-approved-by-another");
        assertThat(api.post(admin, "/sweep-batches/" + batch + "/cancellation", "{}"))
                .as("without a reason")
                .hasStatus(400);
    }

    @Test
    void givenSignedTransactions_whenHandedBack_thenEachHasItsOwnAnswer() {
        UUID batch = UUID.randomUUID();
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        String body =
                "{\"transactions\":[{\"sweepId\":\"%s\",\"raw\":\"0x02aa\"},{\"sweepId\":\"%s\",\"raw\":\"0x02bb\"}]}"
                        .formatted(one, two);
        var answer = assertThat(api.post(admin, "/sweep-batches/" + batch + "/signed-transactions", body))
                .hasStatus(200)
                .bodyJson();
        answer.extractingPath("$.items[0].taken").isEqualTo(true);
        answer.extractingPath("$.items[0].txHash").isEqualTo("0x" + "ab".repeat(32));
        answer.extractingPath("$.items[1].taken").isEqualTo(false);
        answer.extractingPath("$.items[1].field").isEqualTo("nonce");
        assertThat(asked.handed()).containsExactly(new Handed(one, "0x02aa"), new Handed(two, "0x02bb"));
        assertThat(asked.last()).isEqualTo(batch);

        assertThat(api.post(admin, "/sweep-batches/" + batch + "/signed-transactions", "{\"transactions\":[]}"))
                .hasStatus(400);
    }
}
