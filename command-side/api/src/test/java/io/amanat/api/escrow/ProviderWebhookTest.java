package io.amanat.api.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.api.Api;
import io.amanat.api.ApiTest;
import io.amanat.api.TakenWebhooks;
import io.amanat.contract.escrow.PaymentProvider;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ProviderWebhookTest {
    @Autowired
    Api api;

    @Autowired
    TakenWebhooks taken;

    @Test
    void givenAWebhook_thenItsBytesAndHeadersArriveAsTheyWere_andTheProvidersAcknowledgementGoesBack() {
        String body = "{ \"b\":1,\"a\" : \"é\" }\n";
        assertThat(api.post(null, "/provider-webhooks/request.network", body, "X-Request-Network-Delivery", "D 1"))
                .hasStatus(202);
        TakenWebhooks.Taken last = taken.all().getLast();
        assertThat(last.provider()).isEqualTo(PaymentProvider.REQUEST_NETWORK);
        assertThat(last.body().getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(last.headers()).containsEntry("x-request-network-delivery", "D 1");
    }

    @Test
    void givenAnUnknownProvider_orTooLargeABody_thenItIsRefused() {
        int before = taken.all().size();
        assertThat(api.post(null, "/provider-webhooks/paypal", "{}")).hasStatus(404);
        assertThat(api.post(null, "/provider-webhooks/shkeeper", "x".repeat(262_145)))
                .hasStatus(413);
        assertThat(taken.all()).hasSize(before);
    }
}
