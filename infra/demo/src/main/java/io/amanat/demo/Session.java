package io.amanat.demo;

import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.evm.Eip55;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One logged-in person. */
final class Session {
    private final Api api;
    private final Map<String, String> credentials;
    private JsonNode tokens;

    Session(Api api, Map<String, String> credentials) {
        this.api = api;
        this.credentials = credentials;
        this.tokens = api.post(null, "/api/v1/sessions", credentials);
    }

    String accessToken() {
        return tokens.path("accessToken").asString();
    }

    String userId() {
        return tokens.path("userId").asString();
    }

    void renew() {
        tokens = api.post(null, "/api/v1/sessions", credentials);
    }

    /** Says where this person is paid, and proves to own it. The same address again changes nothing. */
    void isPaidTo(InMemorySigner wallet) {
        String account = new Eip55().format(wallet.address());
        String text = post("/users/me/payout-addresses", Map.of("address", account))
                .path("text")
                .asString();
        post(
                "/users/me/payout-addresses/confirmation",
                Map.of("address", account, "signature", wallet.personalSign(text)));
    }

    JsonNode get(String path) {
        return api.get(this, "/api/v1" + path);
    }

    JsonNode post(String path, Object body) {
        return api.post(this, "/api/v1" + path, body);
    }
}
