package io.amanat.query.custody;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amanat.contract.identity.Role;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.Rows;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@QueryTest
class SweepQueriesTest {
    private static final String FROM = "0x" + "0a".repeat(20);
    private static final String TO = "0x" + "0b".repeat(20);

    private final MockMvc http;
    private final JdbcClient jdbc;

    @Autowired
    SweepQueriesTest(MockMvc http, JdbcClient jdbc) {
        this.http = http;
        this.jdbc = jdbc;
    }

    @Test
    void theOperatorSeesWhatIsToBeSigned_asADeviceTakesIt() throws Exception {
        UUID batch = batch();
        UUID unsigned = sweep(batch, 15, "unsigned");
        sweep(batch, 16, "planned");
        http.perform(get("/api/v1/sweep-batches/{id}", batch).with(As.staff(Role.ADMIN)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("approved"))
                .andExpect(jsonPath("$.approvalReason").value("Collected weekly"))
                .andExpect(jsonPath("$.sweeps", hasSize(2)))
                .andExpect(jsonPath("$.sweeps[0].id").value(unsigned.toString()))
                .andExpect(jsonPath("$.sweeps[0].amountUnits").value("15"))
                .andExpect(jsonPath("$.sweeps[0].unsigned.type").value(2))
                .andExpect(jsonPath("$.sweeps[0].unsigned.chainId").value(31337))
                .andExpect(jsonPath("$.sweeps[0].unsigned.nonce").value("0x0"))
                .andExpect(jsonPath("$.sweeps[0].unsigned.maxFeePerGas").value("0x3b9aca00"))
                .andExpect(jsonPath("$.sweeps[0].unsigned.maxPriorityFeePerGas").value("0x1"))
                .andExpect(jsonPath("$.sweeps[0].unsigned.gasLimit").value("0x186a0"))
                .andExpect(jsonPath("$.sweeps[0].unsigned.to").value("0x" + "AB".repeat(20)))
                .andExpect(jsonPath("$.sweeps[0].unsigned.value").value("0x0"))
                .andExpect(jsonPath("$.sweeps[0].unsigned.data").value("0xa9059cbb"))
                .andExpect(jsonPath("$.sweeps[0].unsigned.derivationPath").value("m/44'/60'/0'/0/15"))
                .andExpect(jsonPath("$.sweeps[1].unsigned").isEmpty());
        http.perform(get("/api/v1/sweep-batches?limit=1").with(As.staff(Role.GUARD)))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].sweeps").doesNotExist());
        http.perform(get("/api/v1/sweep-batches/{id}", UUID.randomUUID()).with(As.staff(Role.GUARD)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-sweep-batch"));
    }

    private UUID batch() {
        UUID id = UUID.randomUUID();
        UUID guard = UUID.randomUUID();
        jdbc.sql("""
            insert into sweep_batches (id, chain_id, to_address, state, planned_by, planned_at, approved_by, approved_at,
                approval_reason) values (?, 31337, ?, 'approved', 'user:admin', now(), 'user:guard', now(), ?)
            """).params(id, TO, Rows.sealed(guard, "Collected weekly")).update();
        return id;
    }

    private UUID sweep(UUID batch, int index, String state) {
        UUID id = UUID.randomUUID();
        boolean priced = state.equals("unsigned");
        jdbc.sql("""
            insert into sweep_transactions (id, batch_id, payment_id, request_id, chain_id, from_address, account_fingerprint,
                derivation_path, to_address, token, amount, call_data, state, gas_limit, max_fee_per_gas_wei,
                max_priority_fee_per_gas_wei, nonce, offered_at)
            values (?, ?, gen_random_uuid(), gen_random_uuid(), 31337, ?, 'abcd1234', ?, ?, ?, ?, '0xa9059cbb', ?, ?, ?, ?, ?,
                cast(? as timestamptz))
            """)
                .param(id)
                .param(batch)
                .param(FROM)
                .param("m/44'/60'/0'/0/" + index)
                .param(TO)
                .param(priced ? Rows.TOKEN : "0x" + "ac".repeat(20))
                .param(index)
                .param(state)
                .param(priced ? 100_000L : null)
                .param(priced ? 1_000_000_000L : null)
                .param(priced ? 1L : null)
                .param(priced ? 0L : null)
                .param(priced ? "2026-11-25T10:00:00Z" : null)
                .update();
        return id;
    }
}
