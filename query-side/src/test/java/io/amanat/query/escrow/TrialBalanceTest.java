package io.amanat.query.escrow;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amanat.contract.identity.Role;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.Rows;
import io.amanat.query.testing.SettablePositions;
import io.amanat.query.testing.Trade;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@QueryTest
class TrialBalanceTest {
    private static final String PATH = "/api/v1/ledger/trial-balance";
    private static final String ESCROW = "$.balances[?(@.account == 'escrow' && @.chainId == 77)].amount";
    private static final String CLEARING = "$.balances[?(@.account == 'clearing' && @.chainId == 77)].amount";

    private final MockMvc http;
    private final JdbcClient jdbc;
    private final SettablePositions positions;

    @Autowired
    TrialBalanceTest(MockMvc http, JdbcClient jdbc, SettablePositions positions) {
        this.http = http;
        this.jdbc = jdbc;
        this.positions = positions;
    }

    @AfterEach
    void caughtUp() {
        positions.set(1_000_000, 1_000_000);
    }

    @Test
    void givenALedgerThatGrew_whenAskedForAPoint_thenItIsAsItWasThere() throws Exception {
        UUID payment = Trade.funded(new Rows(jdbc)).payment();
        row(payment, 900_001, "2026-01-01T00:00:00Z", "payment_detected", "external", "clearing", 125_500_000);
        row(payment, 900_002, "2026-01-02T00:00:00Z", "hold", "clearing", "escrow", 100_000_000);
        row(payment, 900_003, "2026-01-03T00:00:00Z", "hold", "clearing", "escrow", 25_500_000);

        asked("?position=900001")
                .andExpect(jsonPath(CLEARING).value("125.50"))
                .andExpect(jsonPath(ESCROW).isEmpty())
                .andExpect(jsonPath("$.position").value(900_001))
                .andExpect(jsonPath("$.balanced").value(true));
        asked("?position=900002")
                .andExpect(jsonPath(ESCROW).value("100.00"))
                .andExpect(jsonPath(CLEARING).value("25.50"));
        asked("?position=900003").andExpect(jsonPath(ESCROW).value("125.50"));
        asked("?at=2026-01-02T00:00:00Z")
                .andExpect(jsonPath(ESCROW).value("100.00"))
                .andExpect(jsonPath("$.at").value("2026-01-02T00:00:00Z"));
        asked("?at=2026-01-01T23:59:59.999Z").andExpect(jsonPath(ESCROW).isEmpty());
        asked("").andExpect(jsonPath(ESCROW).value("125.50"));
    }

    @Test
    void givenAPointThatMakesNoSense_thenRefused() throws Exception {
        asked("?position=1&at=2026-01-02T00:00:00Z").andExpect(status().isBadRequest());
        asked("?position=1000001")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("position-beyond-head"));
        asked("?at=yesterday").andExpect(status().isBadRequest());
    }

    @Test
    void givenReadTablesThatAreBehind_whenAskedForAPointThatTheyHaveNotReached_thenNoWrongAnswer() throws Exception {
        positions.set(500, 499);
        asked("?position=500")
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.code").value("projection-behind"));
        asked("?position=499").andExpect(status().isOk());
    }

    private ResultActions asked(String query) throws Exception {
        return http.perform(get(PATH + query).with(As.staff(Role.ADMIN)));
    }

    private void row(UUID payment, long position, String at, String type, String debit, String credit, long units) {
        OffsetDateTime occurred = OffsetDateTime.parse(at);
        jdbc.sql("""
            insert into funds_ledger_entries (id, entry_type, payment_id, purchase_request_ref_kind, purchase_request_id,
              debit_account, credit_account, currency, chain_id, token_address, token_decimals, amount, amount_units, actor,
              event_id, event_type, position, ordinal, occurred_at, created_at, updated_at)
            select ?, cast(? as funds_ledger_entry_type), id, 'entity', purchase_request_id, cast(? as ledger_account),
              cast(? as ledger_account), currency, 77, token_address, 6, ?, ?, 'system:test', ?, 'payment.test.v1', ?, 0,
              ?, ?, ? from payments where id = ?
            """)
                .params(
                        UUID.randomUUID(),
                        type,
                        debit,
                        credit,
                        BigDecimal.valueOf(units, 6),
                        units,
                        UUID.randomUUID(),
                        position,
                        occurred,
                        occurred,
                        occurred,
                        payment)
                .update();
    }
}
