package io.amanat.app.e2e;

import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.evm.Eip55;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Raw requests: what an enemy or a careless client sends. */
final class Http {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String PASSWORD = "amanat-demo-password";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final Map<String, String> tokens = new HashMap<>();

    Http(URI base) {
        this.base = base;
    }

    record Answer(int status, JsonNode body, Map<String, java.util.List<String>> headers) {
        String code() {
            return body.path("code").asString("");
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), java.util.List.of(""))
                    .getFirst();
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    /** A demo account's token, by the name of its role; made once. */
    String token(String name) {
        return tokens.computeIfAbsent(name, who -> {
            String token = logIn(who + "@demo.amanat.example");
            if (who.equals("buyer") || who.equals("seller")) {
                isPaidTo(token, Bodies.OWNER);
            }
            return token;
        });
    }

    String logIn(String email) {
        Answer answer = post(null, "/sessions", Map.of("email", email, "password", PASSWORD));
        if (answer.status() != 200 && answer.status() != 201) {
            throw new IllegalStateException("log in: " + answer);
        }
        return answer.body().path("accessToken").asString();
    }

    /** A new person of this role, logged in. */
    String newcomer(String role) {
        String email = role + "-" + UUID.randomUUID() + "@example.org";
        Answer registered = post(
                null,
                "/users",
                Map.of("email", email, "password", PASSWORD, "displayName", "New " + role, "role", role));
        if (registered.status() != 201) {
            throw new IllegalStateException("register: " + registered);
        }
        String token = logIn(email);
        isPaidTo(token, Bodies.OWNER);
        return token;
    }

    /** Registers the wallet's address for payouts and signs for it. */
    Answer isPaidTo(String token, InMemorySigner wallet) {
        String account = new Eip55().format(wallet.address());
        Answer asked = post(token, "/users/me/payout-addresses", Map.of("address", account));
        Answer confirmed = post(
                token,
                "/users/me/payout-addresses/confirmation",
                Map.of(
                        "address",
                        account,
                        "signature",
                        wallet.personalSign(asked.body().path("text").asString())));
        if (confirmed.status() != 202) {
            throw new IllegalStateException("confirm: " + asked + confirmed);
        }
        return confirmed;
    }

    Answer get(@Nullable String token, String path) {
        return send("GET", path, token, null, Map.of());
    }

    Answer post(@Nullable String token, String path, Object body) {
        return send(
                "POST",
                path,
                token,
                JSON.writeValueAsString(body),
                Map.of("Idempotency-Key", "\"" + UUID.randomUUID() + "\""));
    }

    Answer put(@Nullable String token, String path, Object body) {
        return send("PUT", path, token, JSON.writeValueAsString(body), Map.of());
    }

    Answer send(
            String method, String path, @Nullable String token, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(TIMEOUT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    json(response.body()),
                    response.headers().map());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (tools.jackson.core.JacksonException notJson) {
            return JSON.createObjectNode().put("text", text);
        }
    }
}
