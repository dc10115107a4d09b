package io.amanat.query.custody;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.custody.screening.Finding;
import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferScreened;
import io.amanat.contract.custody.screening.ScreeningId;
import io.amanat.contract.custody.screening.ScreeningInputs;
import io.amanat.contract.custody.screening.ScreeningRules;
import io.amanat.contract.custody.screening.Verdict;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.Role;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.Rows;
import io.amanat.query.testing.SettableHistory;
import io.amanat.query.testing.Trade;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@QueryTest
class ScreeningQueriesTest {
    private static final EvmAddress SENDER = new EvmAddress("0x" + "ef".repeat(20));
    private static final Asset USDC = new Asset(31_337, new EvmAddress(Rows.TOKEN), Currency.USDC, 6);
    private static final ScreeningRules RULES =
            new ScreeningRules(RuleEngine.CURRENT, List.of(), List.of(), List.of(), 5, 24, 0);

    private final MockMvc http;
    private final Rows rows;
    private final SettableHistory history;

    @Autowired
    ScreeningQueriesTest(MockMvc http, JdbcClient jdbc, SettableHistory history) {
        this.http = http;
        this.rows = new Rows(jdbc);
        this.history = history;
    }

    @Test
    void givenAHeldTransfer_whenAGuardLooksAtTheQueue_thenItIsThereWithItsReasons() throws Exception {
        Trade trade = Trade.funded(rows);
        UUID held = screening(trade, "held", null);
        screening(trade, "cleared", rows.user("guard"));

        http.perform(get("/api/v1/transfer-screenings?status=held&paymentId={id}", trade.payment())
                        .with(As.staff(Role.GUARD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].id").value(held.toString()))
                .andExpect(jsonPath("$.items[0].verdict").value("hold"))
                .andExpect(jsonPath("$.items[0].findings", contains("amount_above_limit", "sender_too_new")))
                .andExpect(jsonPath("$.items[0].inputs.windowTransfers").value("4"))
                .andExpect(jsonPath("$.items[0].amount.amount").value("125.50"))
                .andExpect(jsonPath("$.items[0].from").value("0x" + "EF".repeat(20)))
                .andExpect(jsonPath("$.items[0].decidedBy").isEmpty());
        http.perform(get("/api/v1/payments/{id}", trade.payment()).with(As.seller(trade.seller())))
                .andExpect(jsonPath("$.heldForSafetyCheck").value(true));
    }

    @Test
    void givenAClearedTransfer_whenRead_thenTheGuardAndTheReasonAreThere() throws Exception {
        Trade trade = Trade.funded(rows);
        UUID guard = rows.user("guard");
        UUID id = screening(trade, "cleared", guard);

        http.perform(get("/api/v1/transfer-screenings/{id}", id).with(As.staff(Role.ADMIN)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.decidedBy").value(guard.toString()))
                .andExpect(jsonPath("$.decisionReason").value("A known customer"));
        http.perform(get("/api/v1/transfer-screenings/{id}", UUID.randomUUID()).with(As.staff(Role.ADMIN)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-screening"));
        http.perform(get("/api/v1/transfer-screenings?status=odd").with(As.staff(Role.GUARD)))
                .andExpect(status().isBadRequest());
    }

    @Test
    void givenAStoredVerdict_whenComputedAgain_thenItIsTheSame_andATamperedOneIsNot() throws Exception {
        Trade trade = Trade.funded(rows);
        UUID honest = screening(trade, "held", null);
        UUID tampered = screening(trade, "passed", null);
        history.put(
                new PurchaseRequestId(trade.request()),
                List.of(
                        stored(1, event(trade, tampered, Verdict.HOLD, limits())),
                        stored(2, event(trade, honest, Verdict.HOLD, limits())),
                        stored(3, event(trade, tampered, Verdict.PASS, List.of()))));

        http.perform(get("/api/v1/transfer-screenings/{id}/re-evaluation", honest)
                        .with(As.staff(Role.GUARD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.same").value(true))
                .andExpect(jsonPath("$.position").value(2))
                .andExpect(jsonPath("$.computed.verdict").value("hold"))
                .andExpect(jsonPath("$.computed.ruleSetVersion").value(RULES.version()));
        http.perform(get("/api/v1/transfer-screenings/{id}/re-evaluation", tampered)
                        .with(As.staff(Role.GUARD)))
                .andExpect(jsonPath("$.same").value(false))
                .andExpect(jsonPath("$.position").value(3))
                .andExpect(jsonPath("$.stored.verdict").value("pass"))
                .andExpect(
                        jsonPath("$.computed.findings", contains("amount_above_limit", "window_amount_above_limit")));
    }

    private static List<Finding> limits() {
        return List.of(Finding.AMOUNT_ABOVE_LIMIT, Finding.WINDOW_AMOUNT_ABOVE_LIMIT);
    }

    private static TransferScreened event(Trade trade, UUID id, Verdict verdict, List<Finding> findings) {
        ObservedTransfer transfer = new ObservedTransfer(
                new TransferKey(31_337, Rows.TX, 0), SENDER, SENDER, USDC.amount("125.50"), 7, "0x" + "00".repeat(32));
        ScreeningInputs inputs = new ScreeningInputs(
                SENDER, USDC.amount("125.50"), "none", List.of(), USDC.zero(), 0, null, null, List.of());
        return new TransferScreened(
                new ScreeningId(id),
                new PaymentId(trade.payment()),
                new PurchaseRequestId(trade.request()),
                transfer,
                RULES.version(),
                RULES,
                inputs,
                verdict,
                findings);
    }

    private static StoredEvent stored(long position, TransferScreened event) {
        return new StoredEvent(
                position,
                UUID.randomUUID().toString(),
                event.screeningId().toString(),
                position,
                "screening.transfer-screened.v1",
                Instant.parse("2026-03-01T12:00:00Z"),
                event,
                Map.of());
    }

    private UUID screening(Trade trade, String status, UUID guard) {
        UUID id = UUID.randomUUID();
        rows.jdbc()
                .sql("""
                    insert into transfer_screenings (id, payment_id, purchase_request_id, status, verdict, findings, rule_set_version,
                      list_version, inputs, chain_id, tx_hash, log_index, from_address, to_address, currency, token_address,
                      token_decimals, amount, amount_units, screened_at, decided_by, decision_reason, decided_at, version, position,
                      created_at, updated_at)
                    select ?, id, purchase_request_id, cast(? as screening_status), 'hold', 'amount_above_limit,sender_too_new', '1-ab',
                      'none', '{"windowTransfers": "4"}', chain_id, ?, 3, ?, destination_address, currency, token_address,
                      token_decimals, amount, amount_units, now(), cast(? as uuid), ?, case when ? then now() end, 1, 9, now(), now()
                    from payments where id = ?
                    """)
                .params(
                        id,
                        status,
                        Rows.TX,
                        SENDER.value(),
                        guard == null ? null : guard.toString(),
                        guard == null ? null : Rows.sealed(guard, "A known customer"),
                        guard != null,
                        trade.payment())
                .update();
        return id;
    }
}
