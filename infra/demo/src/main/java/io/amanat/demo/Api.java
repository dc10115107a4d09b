package io.amanat.demo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the API as any marketplace would write it: every POST carries an idempotency key, so that a request whose answer got
 * lost is simply sent again. A server that is down is waited for.
 */
final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(300);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;
    private final Duration patience;

    Api(URI base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    JsonNode get(@Nullable Session session, String path) {
        return send(session, "GET", path, null, null);
    }

    JsonNode post(@Nullable Session session, String path, Object body) {
        return send(session, "POST", path, body, UUID.randomUUID().toString());
    }

    JsonNode put(@Nullable Session session, String path, Object body) {
        return send(session, "PUT", path, body, null);
    }

    /** Logs in; the session logs in again by itself when its token has expired. */
    Session logIn(String email, String password) {
        return new Session(this, Map.of("email", email, "password", password));
    }

    private JsonNode send(
            @Nullable Session session, String method, String path, @Nullable Object body, @Nullable String key) {
        Instant giveUp = Instant.now().plus(patience);
        while (true) {
            try {
                HttpResponse<String> response = exchange(session, method, path, body, key);
                int status = response.statusCode();
                if (status < 300) {
                    return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
                }
                ApiProblem problem = new ApiProblem(method + " " + path, status, problemOf(response.body()));
                if (status == 401 && session != null && "token-expired".equals(problem.code())) {
                    session.renew();
                } else if (!passing(status, problem.code()) || Instant.now().isAfter(giveUp)) {
                    throw problem;
                }
            } catch (IOException unreachable) {
                if (Instant.now().isAfter(giveUp)) {
                    throw new IllegalStateException(hint(unreachable), unreachable);
                }
            }
            LockSupport.parkNanos(RETRY_PAUSE.toNanos());
        }
    }

    /** Whether the same request may well succeed a little later. */
    private static boolean passing(int status, String code) {
        return status >= 500 || "idempotency-key-in-progress".equals(code) || "projection-behind".equals(code);
    }

    private String hint(IOException unreachable) {
        return unreachable instanceof ConnectException
                ? "Nothing answers at " + base + ". Start the platform first: ./run"
                : "The platform at " + base + " did not answer: " + unreachable.getMessage();
    }

    private HttpResponse<String> exchange(
            @Nullable Session session, String method, String path, @Nullable Object body, @Nullable String key)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(REQUEST_TIMEOUT)
                .header("Accept", "application/json, application/problem+json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", "\"" + key + "\"");
        }
        if (session != null) {
            request.header("Authorization", "Bearer " + session.accessToken());
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static JsonNode problemOf(String body) {
        try {
            return JSON.readTree(body.isBlank() ? "{}" : body);
        } catch (tools.jackson.core.JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }
}
