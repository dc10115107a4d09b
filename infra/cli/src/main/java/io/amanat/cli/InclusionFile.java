package io.amanat.cli;

import io.amanat.contract.money.DecimalText;
import io.amanat.contract.solvency.InclusionProof;
import io.amanat.contract.solvency.InclusionProof.Step;
import io.amanat.contract.solvency.Liability;
import io.amanat.contract.solvency.SumNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One inclusion proof as the platform gave it. Nothing in it is believed: the root is computed.
 *
 * @param claimed the root that the file states
 */
record InclusionFile(InclusionProof proof, SumNode claimed, JsonNode about) {
    /** @throws IllegalArgumentException in a sentence, when the file is no such proof */
    static InclusionFile read(JsonNode json) {
        List<Step> path = new ArrayList<>();
        for (JsonNode step : json.path("path")) {
            path.add(new Step(new SumNode(text(step, "hash"), units(step, "sumUnits")), left(text(step, "side"))));
        }
        Liability liability = new Liability(
                UUID.fromString(text(json, "paymentId")), text(json, "nonce"), units(json, "amountUnits"));
        SumNode claimed = new SumNode(text(json, "rootHash"), units(json, "totalUnits"));
        return new InclusionFile(new InclusionProof(liability, path), claimed, json);
    }

    boolean holds() {
        return proof.proves(claimed);
    }

    String words() {
        return "%s of payment %s %s in the %s owed at block %s (%s).%nRoot %s%nCompare root and total with the published ones."
                .formatted(
                        money(proof.liability().amount()),
                        proof.liability().paymentId(),
                        holds() ? "is counted" : "IS NOT COUNTED",
                        money(claimed.sum()),
                        about.path("blockNumber").asString(""),
                        about.path("blockHash").asString(""),
                        claimed.hash());
    }

    private String money(BigInteger units) {
        return DecimalText.of(units, about.path("decimals").asInt(0)) + " "
                + about.path("currency").asString("");
    }

    private static boolean left(String side) {
        return switch (side) {
            case "left" -> true;
            case "right" -> false;
            default -> throw new IllegalArgumentException("A sibling stands left or right, not " + side + ".");
        };
    }

    private static BigInteger units(JsonNode json, String field) {
        String text = text(json, field);
        if (!text.matches("0|[1-9][0-9]{0,77}")) {
            throw new IllegalArgumentException("The field " + field + " is no whole number.");
        }
        return new BigInteger(text);
    }

    private static String text(JsonNode json, String field) {
        if (!json.path(field).isString()) {
            throw new IllegalArgumentException("The file has no text in the field " + field + ".");
        }
        return json.path(field).asString();
    }
}
