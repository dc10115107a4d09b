package io.amanat.api.reconciliation;

import static io.amanat.api.Api.a;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.api.Api;
import io.amanat.api.ApiTest;
import io.amanat.api.AskedReconciliations;
import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ReconciliationTest {
    @Autowired
    Api api;

    @Autowired
    AskedReconciliations asked;

    private final Caller admin = a(Role.ADMIN);

    @Test
    void givenAReconciliation_whenAskedTwiceUnderOneKey_thenItIsOneReport() {
        String key = "\"" + UUID.randomUUID() + "\"";
        assertThat(api.post(admin, "/reconciliations", "{}", "Idempotency-Key", key))
                .hasStatus(201)
                .hasHeader("Location", "/api/v1/reconciliations/" + asked.last());
        UUID first = asked.last();
        assertThat(asked.by()).isEqualTo(admin.actor());

        assertThat(api.post(admin, "/reconciliations", "{}", "Idempotency-Key", key))
                .hasStatus(201);
        assertThat(asked.last()).isEqualTo(first);
    }

    @Test
    void givenSeveralChains_whenOneIsNamed_thenItIsCompared() {
        assertThat(api.post(admin, "/reconciliations", "{\"chainId\":10}")).hasStatus(201);
        assertThat(asked.chain()).isEqualTo(10L);
        assertThat(api.post(admin, "/reconciliations", "{}")).hasStatus(201);
        assertThat(asked.chain()).isNull();
    }

    @Test
    void givenNoChain_thenTheRuleAnswers() {
        asked.withoutChain(true);
        assertThat(api.post(admin, "/reconciliations", "{}")).hasStatus(409);
        asked.withoutChain(false);
    }
}
