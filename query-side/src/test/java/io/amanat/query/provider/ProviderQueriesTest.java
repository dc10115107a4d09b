package io.amanat.query.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.amanat.contract.identity.Role;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.Rows;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@QueryTest
class ProviderQueriesTest {
    private static final String DELIVERIES = "/api/v1/provider-deliveries";
    private static final String PAY_INS = "/api/v1/provider-payins";

    private final MockMvc http;
    private final JdbcClient jdbc;

    @Autowired
    ProviderQueriesTest(MockMvc http, JdbcClient jdbc) {
        this.http = http;
        this.jdbc = jdbc;
    }

    @Test
    void deliveriesAreListedByProviderAndOutcome_theWaitingOnesToo_andPaged() throws Exception {
        UUID payment = UUID.randomUUID();
        delivery("request.network", "a&b", "on_chain", payment);
        delivery("request.network", "second", null, payment);
        delivery("shkeeper", "third", "not_on_chain", payment);
        String path = DELIVERIES + "?paymentId=" + payment;

        http.perform(get(path).with(As.staff(Role.GUARD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(3)));
        http.perform(get(path + "&provider=request.network").with(As.reviewer()))
                .andExpect(jsonPath("$.items[*].provider", contains("request.network", "request.network")));
        http.perform(get(path + "&outcome=waiting").with(As.reviewer()))
                .andExpect(jsonPath("$.items[*].deliveryId", contains("second")))
                .andExpect(jsonPath("$.items[0].outcome").value("waiting"));
        http.perform(get(path + "&outcome=on_chain&outcome=not_on_chain&provider=shkeeper")
                        .with(As.reviewer()))
                .andExpect(jsonPath("$.items[*].deliveryId", contains("third")));
        http.perform(get(path + "&outcome=paid").with(As.reviewer())).andExpect(status().isBadRequest());
        assertThat(paged(path, "$.items[0].deliveryId")).containsExactlyInAnyOrder("a&b", "second", "third");
        http.perform(get(path + "&cursor=xyz").with(As.reviewer())).andExpect(status().isBadRequest());
    }

    @Test
    void payInsAreListedByFinding_andPaged() throws Exception {
        UUID payment = UUID.randomUUID();
        payIn(payment, 1, "referenced", null);
        payIn(payment, 2, "other_fee_address", Rows.REFUND);
        String path = PAY_INS + "?paymentId=" + payment;

        http.perform(get(path + "&finding=other_fee_address").with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].feeUnits").value("7"))
                .andExpect(jsonPath("$.items[0].feeAddress").value("0x" + "CD".repeat(20)))
                .andExpect(jsonPath("$.items[0].logIndex").value(2));
        http.perform(get(path + "&finding=on_chain").with(As.reviewer())).andExpect(status().isBadRequest());
        assertThat(paged(path, "$.items[0].logIndex")).containsExactlyInAnyOrder("1", "2");
        http.perform(get(path + "&cursor=xyz").with(As.reviewer())).andExpect(status().isBadRequest());
    }

    /** One by one. */
    private List<String> paged(String path, String field) throws Exception {
        List<String> seen = new java.util.ArrayList<>();
        String cursor = null;
        do {
            String page = http.perform(get(path + "&limit=1" + (cursor == null ? "" : "&cursor=" + cursor))
                            .with(As.reviewer()))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            seen.add(String.valueOf(JsonPath.<Object>read(page, field)));
            cursor = JsonPath.read(page, "$.nextCursor");
        } while (cursor != null);
        return seen;
    }

    private void delivery(String provider, String id, String outcome, UUID payment) {
        jdbc.sql("insert into provider_deliveries (provider, delivery_id, body_sha256, body_bytes, outcome, payment_id,"
                        + " received_at) values (cast(? as payment_provider), ?, ?, 9, ?, ?, now())")
                .param(provider)
                .param(id)
                .param("a".repeat(64))
                .param(outcome)
                .param(payment)
                .update();
    }

    private void payIn(UUID payment, long logIndex, String finding, String feeAddress) {
        jdbc.sql("insert into provider_payins (chain_id, tx_hash, log_index, block_hash, payment_id, provider, finding,"
                        + " fee_units, fee_address) values (31337, ?, ?, ?, ?, 'request.network', ?, 7, ?)")
                .param("0x" + (payment.toString() + payment).replace("-", "").substring(0, 64))
                .param(logIndex)
                .param(Rows.TX)
                .param(payment)
                .param(finding)
                .param(feeAddress)
                .update();
    }
}
