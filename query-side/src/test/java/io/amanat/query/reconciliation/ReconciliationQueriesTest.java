package io.amanat.query.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amanat.contract.identity.Role;
import io.amanat.contract.solvency.InclusionProof;
import io.amanat.contract.solvency.InclusionProof.Step;
import io.amanat.contract.solvency.Liability;
import io.amanat.contract.solvency.MerkleSumTree;
import io.amanat.contract.solvency.SumNode;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.Rows;
import io.amanat.query.testing.Trade;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@QueryTest
class ReconciliationQueriesTest {
    private static final String INCLUSION = "/api/v1/payments/{id}/inclusion-proofs";
    private static final String BLOCK = "0x" + "ab".repeat(32);

    private final MockMvc http;
    private final JdbcClient jdbc;
    private final Rows rows;

    @Autowired
    ReconciliationQueriesTest(MockMvc http, JdbcClient jdbc) {
        this.http = http;
        this.jdbc = jdbc;
        this.rows = new Rows(jdbc);
    }

    @Test
    void aReportIsShownWithItsLines_aListWithoutThem() throws Exception {
        UUID id = report(
                OffsetDateTime.now(ZoneOffset.UTC),
                "[{\"kind\":\"reserve\",\"alarm\":true,\"sentence\":\"Less is there.\"}]",
                1);
        http.perform(get("/api/v1/reconciliations/{id}", id).with(As.reviewer()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.blockNumber").value(42))
                .andExpect(jsonPath("$.blockHash").value(BLOCK))
                .andExpect(jsonPath("$.alarms").value(1))
                .andExpect(jsonPath("$.lines[0].kind").value("reserve"))
                .andExpect(jsonPath("$.lines[0].alarm").value(true));
        http.perform(get("/api/v1/reconciliations?limit=1").with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].lines").isEmpty());
        http.perform(get("/api/v1/reconciliations/{id}", UUID.randomUUID()).with(As.reviewer()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-reconciliation"));
    }

    @Test
    void aListOfReportsIsPagedFromTheNewest() throws Exception {
        OffsetDateTime later = OffsetDateTime.now(ZoneOffset.UTC).plusYears(1);
        UUID older = report(later, "[]", 0);
        UUID newer = report(later.plusHours(1), "[]", 0);
        String page = http.perform(get("/api/v1/reconciliations?limit=1").with(As.reviewer()))
                .andExpect(jsonPath("$.items[0].id").value(newer.toString()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String cursor =
                JsonMapper.builder().build().readTree(page).get("nextCursor").asString();
        http.perform(get("/api/v1/reconciliations?limit=1&cursor=" + cursor).with(As.reviewer()))
                .andExpect(jsonPath("$.items[0].id").value(older.toString()));
    }

    @Test
    void aPublishedProofShowsRootTotalsAndBalances() throws Exception {
        UUID proof = proof(List.of(liability(UUID.randomUUID(), 1, 125_500_000)), OffsetDateTime.now(ZoneOffset.UTC));
        http.perform(get("/api/v1/solvency-proofs/{id}", proof).with(As.buyer(UUID.randomUUID())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value("125.50"))
                .andExpect(jsonPath("$.totalUnits").value("125500000"))
                .andExpect(jsonPath("$.reserve").value("200.00"))
                .andExpect(jsonPath("$.solvent").value(true))
                .andExpect(jsonPath("$.rootHash").isString())
                .andExpect(jsonPath("$.leaves").value(1))
                .andExpect(jsonPath("$.balances[0].units").value("200000000"));
        http.perform(get("/api/v1/solvency-proofs").with(As.reviewer()))
                .andExpect(jsonPath("$.items[0].balances").isEmpty());
        http.perform(get("/api/v1/solvency-proofs/{id}", UUID.randomUUID()).with(As.reviewer()))
                .andExpect(jsonPath("$.code").value("no-such-solvency-proof"));
    }

    @Test
    void aPartySeesItsOwnPlaceInTheLatestProof_andItLeadsToThePublishedRoot() throws Exception {
        Trade trade = Trade.funded(rows);
        proof(
                List.of(liability(trade.payment(), 9, 5)),
                OffsetDateTime.now(ZoneOffset.UTC).minusHours(1));
        List<Liability> all = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            all.add(liability(i == 4 ? trade.payment() : UUID.randomUUID(), i, 1_000L + i));
        }
        UUID latest = proof(all, OffsetDateTime.now(ZoneOffset.UTC));
        for (var who :
                List.of(As.buyer(trade.buyer()), As.seller(trade.seller()), As.reviewer(), As.staff(Role.ADMIN))) {
            String answer = http.perform(get(INCLUSION, trade.payment()).with(who))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.items", hasSize(1)))
                    .andExpect(jsonPath("$.items[0].proofId").value(latest.toString()))
                    .andExpect(jsonPath("$.items[0].amountUnits").value("1004"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            JsonNode item =
                    JsonMapper.builder().build().readTree(answer).get("items").get(0);
            SumNode root = MerkleSumTree.of(all).root();
            assertThat(item.get("rootHash").asString()).isEqualTo(root.hash());
            assertThat(read(item).proves(root)).isTrue();
        }
    }

    @Test
    void anothersPlaceIsAsUnknownAsOneThatIsNotThere() throws Exception {
        Trade trade = Trade.funded(rows);
        proof(List.of(liability(trade.payment(), 1, 5)), OffsetDateTime.now(ZoneOffset.UTC));
        for (UUID id : List.of(trade.payment(), UUID.randomUUID())) {
            http.perform(get(INCLUSION, id).with(As.seller(trade.otherSeller())))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("no-such-payment"));
        }
        http.perform(get(INCLUSION, UUID.randomUUID()).with(As.reviewer())).andExpect(status().isNotFound());
        Trade without = Trade.funded(rows);
        http.perform(get(INCLUSION, without.payment()).with(As.buyer(without.buyer())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(0)));
    }

    private static InclusionProof read(JsonNode item) {
        List<Step> path = new ArrayList<>();
        item.get("path")
                .forEach(step -> path.add(new Step(
                        new SumNode(
                                step.get("hash").asString(),
                                new BigInteger(step.get("sumUnits").asString())),
                        step.get("side").asString().equals("left"))));
        return new InclusionProof(
                new Liability(
                        UUID.fromString(item.get("paymentId").asString()),
                        item.get("nonce").asString(),
                        new BigInteger(item.get("amountUnits").asString())),
                path);
    }

    private static Liability liability(UUID payment, int nonce, long units) {
        return new Liability(payment, "0x" + "%064x".formatted(nonce), BigInteger.valueOf(units));
    }

    private UUID report(OffsetDateTime at, String lines, int alarms) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into reconciliation_reports (id, chain_id, block_number, block_hash, block_time, position, requested_by,
              accounts, alarms, lines, digest, created_at, updated_at)
            values (?, 31337, 42, ?, ?, 7, 'system:test', 3, ?, cast(? as jsonb), ?, ?, ?)
            """).params(id, BLOCK, at, alarms, lines, BLOCK, at, at).update();
        return id;
    }

    private UUID proof(List<Liability> liabilities, OffsetDateTime at) {
        UUID id = UUID.randomUUID();
        MerkleSumTree tree = MerkleSumTree.of(liabilities);
        jdbc.sql("""
            insert into solvency_proofs (id, report_id, chain_id, token_address, token_decimals, currency, block_number,
              block_hash, root_hash, total_units, reserve_units, leaves, balances, created_at, updated_at)
            values (?, ?, 31337, ?, 6, 'USDC', 42, ?, ?, ?, 200000000, ?,
              cast('[{"address":"0xab","units":"200000000"}]' as jsonb), ?, ?)
            """)
                .params(
                        id,
                        report(at, "[]", 0),
                        Rows.TOKEN,
                        BLOCK,
                        tree.root().hash(),
                        new BigDecimal(tree.root().sum()),
                        liabilities.size(),
                        at,
                        at)
                .update();
        for (int level = 0; level < tree.levels().size(); level++) {
            for (int ordinal = 0; ordinal < tree.levels().get(level).size(); ordinal++) {
                SumNode node = tree.levels().get(level).get(ordinal);
                Liability leaf = level == 0 ? liabilities.get(ordinal) : null;
                jdbc.sql("""
                    insert into solvency_nodes (proof_id, level, ordinal, hash, sum_units, payment_id, nonce, created_at,
                      updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                        .param(id)
                        .param(level)
                        .param(ordinal)
                        .param(node.hash())
                        .param(new BigDecimal(node.sum()))
                        .param(leaf == null ? null : leaf.paymentId())
                        .param(leaf == null ? null : leaf.nonce())
                        .param(at)
                        .param(at)
                        .update();
            }
        }
        return id;
    }
}
