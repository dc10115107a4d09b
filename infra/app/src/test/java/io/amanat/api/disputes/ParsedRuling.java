package io.amanat.api.disputes;

import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.money.Asset;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The parser of rulings, for tests of what becomes of them. In its package to reach it. */
public final class ParsedRuling {
    private ParsedRuling() {}

    /** A compensation as it stands in a request's body. */
    public static Ruling compensation(String toBuyer, String toSeller, Asset asset) {
        String currency = asset.currency().wire();
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "ruling",
                        "compensation",
                        "toBuyer",
                        Map.of("amount", toBuyer, "currency", currency),
                        "toSeller",
                        Map.of("amount", toSeller, "currency", currency),
                        "rationale",
                        "both erred"));
        return JsonMapper.shared().readValue(body, ResolutionBody.class).rulingIn(asset);
    }
}
