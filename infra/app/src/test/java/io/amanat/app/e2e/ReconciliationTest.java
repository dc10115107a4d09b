package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.app.e2e.Http.Answer;
import io.amanat.app.e2e.Trades.Trade;
import io.amanat.contract.solvency.InclusionProof;
import io.amanat.contract.solvency.InclusionProof.Step;
import io.amanat.contract.solvency.Liability;
import io.amanat.contract.solvency.SumNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The running platform compares its own books with its own chain, and a buyer finds the trade in the published total. */
class ReconciliationTest {
    private final Http http = new Http(SharedPlatform.get().api());

    @Test
    void givenAHeldTrade_whenReconciled_thenNothingIsUnexplained_andTheTradeIsInThePublishedTotal() {
        Trade trade = new Trades(SharedPlatform.get()).funded("20.00");

        Answer asked = http.post(http.token("admin"), "/reconciliations", Map.of());
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        JsonNode report = http.get(
                        http.token("admin"),
                        "/reconciliations/" + asked.body().path("id").asString())
                .body();
        assertThat(report.path("alarms").asInt(-1)).as(report.toPrettyString()).isZero();

        JsonNode proof = http.get(http.token("buyer"), "/payments/" + trade.paymentId() + "/inclusion-proofs")
                .body()
                .path("items")
                .path(0);
        assertThat(proof.path("amountUnits").asString())
                .as(proof.toPrettyString())
                .isEqualTo("20000000");
        JsonNode published = http.get(
                        http.token("seller"),
                        "/solvency-proofs/" + proof.path("proofId").asString())
                .body();
        assertThat(published.path("solvent").asBoolean())
                .as(published.toPrettyString())
                .isTrue();
        SumNode root = new SumNode(
                published.path("rootHash").asString(),
                new BigInteger(published.path("totalUnits").asString()));
        assertThat(inclusion(proof).proves(root)).isTrue();
    }

    @Test
    void givenADeposit_whenPlannedApprovedAndSignedByTheOperator_thenItIsInCustody_andTheBooksAgree() {
        Trade trade = new Trades(SharedPlatform.get()).funded("90.00");
        Answer planned = http.post(http.token("admin"), "/sweep-batches", Map.of());
        assertThat(planned.status()).as(planned.toString()).isEqualTo(201);
        String batch = "/sweep-batches/" + planned.body().path("id").asString();
        Answer approved = http.post(http.token("guard"), batch + "/approval", Map.of("reason", "Collected weekly."));
        assertThat(approved.status()).as(approved.toString()).isEqualTo(202);
        Trades.await().until(() -> sweep(batch, trade).path("unsigned").isObject());

        JsonNode sweep = sweep(batch, trade);
        Map<String, Object> signed =
                Map.of("sweepId", sweep.path("id").asString(), "raw", OperatorsDevice.sign(sweep.path("unsigned")));
        Answer handed =
                http.post(http.token("admin"), batch + "/signed-transactions", Map.of("transactions", List.of(signed)));
        assertThat(handed.body().path("items").path(0).path("taken").asBoolean())
                .as(handed.toString())
                .isTrue();
        Trades.await().until(() -> sweep(batch, trade).path("state").asString().equals("final"));
        Trades.await()
                .until(() -> http.get(http.token("guard"), "/destinations?paymentId=" + trade.paymentId())
                        .body()
                        .path("items")
                        .path(0)
                        .path("status")
                        .asString()
                        .equals("swept"));
        http.post(http.token("admin"), batch + "/cancellation", Map.of("reason", "Those of other tests."));

        Answer asked = http.post(http.token("admin"), "/reconciliations", Map.of());
        JsonNode report = http.get(
                        http.token("admin"),
                        "/reconciliations/" + asked.body().path("id").asString())
                .body();
        assertThat(report.path("alarms").asInt(-1)).as(report.toPrettyString()).isZero();
    }

    private JsonNode sweep(String batch, Trade trade) {
        return http.get(http.token("admin"), batch)
                .body()
                .path("sweeps")
                .valueStream()
                .filter(sweep -> sweep.path("paymentId").asString().equals(trade.paymentId()))
                .findFirst()
                .orElseThrow();
    }

    private static InclusionProof inclusion(JsonNode proof) {
        List<Step> path = new ArrayList<>();
        for (JsonNode step : proof.path("path")) {
            SumNode sibling = new SumNode(
                    step.path("hash").asString(),
                    new BigInteger(step.path("sumUnits").asString()));
            path.add(new Step(sibling, step.path("side").asString().equals("left")));
        }
        return new InclusionProof(
                new Liability(
                        UUID.fromString(proof.path("paymentId").asString()),
                        proof.path("nonce").asString(),
                        new BigInteger(proof.path("amountUnits").asString())),
                path);
    }
}
