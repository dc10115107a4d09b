package io.amanat.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Endpoint;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IdempotencyPolicyTest {
    @Test
    void namesOnlyEndpointsThatThereAre() {
        var posts = AccessTable.endpoints().stream()
                .filter(endpoint -> endpoint.method().equals("POST"))
                .map(Endpoint::path)
                .collect(Collectors.toSet());
        assertThat(IdempotencyPolicy.table().keySet())
                .hasSize(25)
                .allSatisfy(pattern -> assertThat(posts).contains(pattern.getPatternString()));
    }

    @Test
    void anEncodedPathIsTheSamePath() {
        assertThat(IdempotencyPolicy.of("/api/v1/payments/1/%63ancellation")).isEqualTo(IdempotencyPolicy.REQUIRED);
        assertThat(IdempotencyPolicy.of("/api/v1/purchase-requests")).isEqualTo(IdempotencyPolicy.WELCOME);
    }
}
