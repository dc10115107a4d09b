package io.amanat.query.escrow;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amanat.contract.identity.Role;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.Rows;
import io.amanat.query.testing.Trade;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@QueryTest
class PaymentQueriesTest {
    private final MockMvc http;
    private final JdbcClient jdbc;
    private final Rows rows;

    @Autowired
    PaymentQueriesTest(MockMvc http, JdbcClient jdbc) {
        this.http = http;
        this.jdbc = jdbc;
        this.rows = new Rows(jdbc);
    }

    @Test
    void givenAProvider_thenAPartySeesHowToPay_andOthersDoNot() throws Exception {
        http.perform(get("/api/v1/payment-providers").with(As.buyer(UUID.randomUUID())))
                .andExpect(jsonPath("$.items[*].provider").value(containsInAnyOrder("request.network", "amn.scanner")));
        Trade trade = Trade.funded(rows);
        String path = "/api/v1/payments/" + trade.payment() + "/instructions";
        http.perform(get(path).with(As.buyer(trade.buyer())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.provider").value("amn.scanner"))
                .andExpect(jsonPath("$.address").isString())
                .andExpect(jsonPath("$.contract").isEmpty());
        jdbc.sql("update payments set provider = 'request.network' where id = ?")
                .param(trade.payment())
                .update();
        http.perform(get(path).with(As.buyer(trade.buyer())))
                .andExpect(jsonPath("$.contract").value("0x" + "AB".repeat(20)))
                .andExpect(jsonPath("$.paymentReference").value("a0098add01acc736"));
        http.perform(get(path).with(As.buyer(UUID.randomUUID()))).andExpect(status().isNotFound());
    }

    @Test
    void aPartySeesThePaymentWithAmountsAndItsOwnAddress() throws Exception {
        Trade trade = Trade.funded(rows);
        http.perform(get("/api/v1/payments/{id}", trade.payment()).with(As.buyer(trade.buyer())))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"7\""))
                .andExpect(jsonPath("$.requestId").value(trade.request().toString()))
                .andExpect(jsonPath("$.status").value("confirmed"))
                .andExpect(jsonPath("$.escrowState").value("funded"))
                .andExpect(jsonPath("$.provider").value("amn.scanner"))
                .andExpect(jsonPath("$.due.amount").value("125.50"))
                .andExpect(jsonPath("$.due.currency").value("USDC"))
                .andExpect(jsonPath("$.due.chainId").value(31337))
                .andExpect(jsonPath("$.due.decimals").value(6))
                .andExpect(jsonPath("$.due.contract").value("0x" + "AB".repeat(20)))
                .andExpect(jsonPath("$.held.amount").value("125.50"))
                .andExpect(jsonPath("$.destination.chainId").value(31337))
                .andExpect(jsonPath("$.destination.address").isString())
                .andExpect(jsonPath("$.refundAddress").value("0x" + "CD".repeat(20)))
                .andExpect(jsonPath("$.payoutAddress").isEmpty())
                .andExpect(jsonPath("$.frozen").isEmpty());
        http.perform(get("/api/v1/payments/{id}", trade.payment()).with(As.seller(trade.seller())))
                .andExpect(jsonPath("$.refundAddress").isEmpty())
                .andExpect(jsonPath("$.payoutAddress").value("0x" + "EF".repeat(20)));
        http.perform(get("/api/v1/payments/{id}", trade.payment()).with(As.staff(Role.GUARD)))
                .andExpect(jsonPath("$.refundAddress").isString())
                .andExpect(jsonPath("$.payoutAddress").isString());
    }

    @Test
    void aQuotedPaymentShowsItsQuote_andAnotherHasNone() throws Exception {
        Trade trade = Trade.funded(rows);
        rows.quote(trade.payment());
        for (String path : new String[] {"$.", "$.items[0]."}) {
            var request = path.length() > 2 ? get("/api/v1/payments") : get("/api/v1/payments/{id}", trade.payment());
            http.perform(request.with(As.seller(trade.seller())))
                    .andExpect(jsonPath(path + "quote.price.amount").value("125.50"))
                    .andExpect(jsonPath(path + "quote.price.currency").value("USD"))
                    .andExpect(jsonPath(path + "quote.fxRate").value("1.00"))
                    .andExpect(jsonPath(path + "quote.tokenPriceUsd").value("1.00"))
                    .andExpect(jsonPath(path + "quote.depegAdjustmentBps").value(0))
                    .andExpect(jsonPath(path + "quote.settleAmount.amount").value("125.50"))
                    .andExpect(jsonPath(path + "quote.settleAmount.currency").value("USDC"))
                    .andExpect(jsonPath(path + "quote.expiresAt").value("2026-03-01T12:15:00Z"))
                    .andExpect(jsonPath(path + "quote.payableUntil").value("2026-03-01T12:20:00Z"));
        }
        Trade unquoted = Trade.funded(rows);
        http.perform(get("/api/v1/payments/{id}", unquoted.payment()).with(As.buyer(unquoted.buyer())))
                .andExpect(jsonPath("$.quote").isEmpty());
    }

    @Test
    void anUnchangedPaymentIsNotSentAgain() throws Exception {
        Trade trade = Trade.funded(rows);
        http.perform(get("/api/v1/payments/{id}", trade.payment())
                        .header("If-None-Match", "\"7\"")
                        .with(As.buyer(trade.buyer())))
                .andExpect(status().isNotModified());
    }

    @Test
    void anothersPaymentIsAsUnknownAsOneThatIsNotThere() throws Exception {
        Trade trade = Trade.funded(rows);
        for (UUID id : new UUID[] {trade.payment(), UUID.randomUUID()}) {
            for (String path : new String[] {"/api/v1/payments/{id}", "/api/v1/payments/{id}/ledger"}) {
                http.perform(get(path, id).with(As.seller(trade.otherSeller())))
                        .andExpect(status().isNotFound())
                        .andExpect(jsonPath("$.code").value("no-such-payment"));
            }
        }
    }

    @Test
    void aListHoldsOnlyWhatTheCallerMaySeeAndMatchesTheFilters() throws Exception {
        Trade trade = Trade.funded(rows);
        Trade.funded(rows);
        http.perform(get("/api/v1/payments").with(As.buyer(trade.buyer())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.nextCursor").isEmpty());
        http.perform(get("/api/v1/payments?status=completed&status=refunded").with(As.buyer(trade.buyer())))
                .andExpect(jsonPath("$.items", hasSize(0)));
        http.perform(get("/api/v1/payments?status=confirmed&escrowState=funded&requestId={id}", trade.request())
                        .with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.items", hasSize(1)));
        http.perform(get("/api/v1/payments?status=nonsense").with(As.buyer(trade.buyer())))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("filter-invalid"));
    }

    @Test
    void theLedgerExplainsEveryMove() throws Exception {
        Trade trade = Trade.funded(rows);
        rows.ledger(trade.payment(), "payment_detected", "external", "clearing", 125_500_000);
        rows.ledger(trade.payment(), "hold", "clearing", "escrow", 125_500_000);
        http.perform(get("/api/v1/payments/{id}/ledger", trade.payment()).with(As.buyer(trade.buyer())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.entries", hasSize(2)))
                .andExpect(jsonPath("$.entries[0].type").value("payment_detected"))
                .andExpect(jsonPath("$.entries[0].debit").value("external"))
                .andExpect(jsonPath("$.entries[0].credit").value("clearing"))
                .andExpect(jsonPath("$.entries[0].amount.amount").value("125.50"))
                .andExpect(jsonPath("$.entries[0].txHash").value(Rows.TX))
                .andExpect(jsonPath("$.entries[0].actor").isEmpty())
                .andExpect(
                        jsonPath("$.balances[?(@.account == 'escrow')].amount").value("125.50"))
                .andExpect(jsonPath("$.balances[?(@.account == 'external')].amount")
                        .value("-125.50"))
                .andExpect(jsonPath("$.balances[?(@.account == 'clearing')].amount")
                        .value("0.00"));
        http.perform(get("/api/v1/payments/{id}/ledger", trade.payment()).with(As.staff(Role.RESOLVER)))
                .andExpect(jsonPath("$.entries[0].actor").value("system:test"));
    }

    @Test
    void theTrialBalanceBalances() throws Exception {
        Trade trade = Trade.funded(rows);
        rows.ledger(trade.payment(), "payment_detected", "external", "clearing", 1);
        http.perform(get("/api/v1/ledger/trial-balance").with(As.staff(Role.ADMIN)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.balanced").value(true))
                .andExpect(jsonPath("$.totals[?(@.chainId == 31337)].sum").value("0.00"))
                .andExpect(jsonPath("$.totals[?(@.chainId == 31337)].currency").value("USDC"))
                .andExpect(jsonPath("$.balances[*].account").isNotEmpty());
        http.perform(get("/api/v1/ledger/balances?account=external&chainId=31337&contract={token}", Rows.TOKEN)
                        .with(As.staff(Role.GUARD)))
                .andExpect(jsonPath("$.items[*].account", containsInAnyOrder("external")));
        http.perform(get("/api/v1/ledger/balances?account=pocket").with(As.staff(Role.GUARD)))
                .andExpect(status().isBadRequest());
    }

    @Test
    void whatThePlatformLostIsShownToGuardAndAdmin_untilItIsCovered() throws Exception {
        Trade trade = Trade.funded(rows);
        rows.ledger(trade.payment(), "adjustment", "exposure", "external", 5_000_000);
        rows.ledger(trade.payment(), "payment_detected", "external", "clearing", 5_000_000);
        rows.ledger(trade.payment(), "adjustment", "clearing", "exposure", 2_000_000);
        String mine = "$.items[?(@.paymentId == '" + trade.payment() + "')]";
        http.perform(get("/api/v1/ledger/exposures").with(As.staff(Role.GUARD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath(mine + ".amount").value("3.00"))
                .andExpect(jsonPath(mine + ".currency").value("USDC"))
                .andExpect(jsonPath(mine + ".actor").value("system:test"));

        rows.ledger(trade.payment(), "adjustment", "clearing", "exposure", 3_000_000);
        http.perform(get("/api/v1/ledger/exposures").with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath(mine).isEmpty());
    }

    @Test
    void whatIsToBeWrittenOffIsShownToGuardAndAdmin_withItsReasons() throws Exception {
        Trade trade = Trade.funded(rows);
        UUID admin = rows.user("admin");
        UUID guard = rows.user("guard");
        UUID waiting = rows.writeOff(trade.payment(), admin, null);
        UUID done = rows.writeOff(trade.payment(), admin, guard);
        String mine = "$.items[?(@.paymentId == '" + trade.payment() + "')]";
        http.perform(get("/api/v1/ledger/write-offs").with(As.staff(Role.GUARD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath(mine + ".id", contains(waiting.toString(), done.toString())))
                .andExpect(jsonPath(mine + ".status", contains("proposed", "approved")))
                .andExpect(jsonPath(mine + ".amount.amount", contains("5.00", "5.00")))
                .andExpect(jsonPath(mine + ".proposalReason", contains("gone", "gone")))
                .andExpect(jsonPath(mine + ".decisionReason", contains(null, "seen")));
    }

    @Test
    void theAssetsThatAreTakenAreNamedByChainAndContract() throws Exception {
        http.perform(get("/api/v1/assets").with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.items[0].chainId").value(31337))
                .andExpect(jsonPath("$.items[0].contract").value("0x" + "AB".repeat(20)))
                .andExpect(jsonPath("$.items[0].currency").value("USDC"))
                .andExpect(jsonPath("$.items[0].decimals").value(6))
                .andExpect(jsonPath("$.items[0].confirmationsRequired").value(3));
    }
}
