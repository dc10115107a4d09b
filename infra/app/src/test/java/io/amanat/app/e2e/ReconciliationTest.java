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
