package io.amanat.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's API, with one token. Whatever it refuses is thrown as {@link Refused}. */
final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK_MAX = 299;
    private static final String DATA = "data:";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final String token;

    Api(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** A refusal, in the platform's own words. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String words) {
            super(words);
        }
    }

    /** With the token of a session that begins now. */
    static Api loggedIn(String base, String email, String password) {
        JsonNode session = new Api(base, "").post("/sessions", Map.of("email", email, "password", password));
        return new Api(base, session.get("accessToken").asString());
    }

    JsonNode get(String path) {
        return answer(send(request(path).GET().timeout(TIMEOUT).build()));
    }

    JsonNode post(String path, Map<String, ?> body) {
        return answer(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(TIMEOUT)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build()));
    }

    /** Gives out what a stream of events says until {@code last} is true of one of them, or the stream ends. */
    void follow(String path, Predicate<JsonNode> last) {
        HttpRequest request =
                request(path).header("Accept", "text/event-stream").GET().build();
        try {
            HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                if (response.statusCode() > OK_MAX) {
                    throw refused(response.statusCode(), String.join("\n", lines.toList()));
                }
                boolean _ = lines.filter(line -> line.startsWith(DATA))
                        .map(line -> JSON.readTree(line.substring(DATA.length())))
                        .anyMatch(last);
            }
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static JsonNode answer(HttpResponse<String> response) {
        if (response.statusCode() > OK_MAX) {
            throw refused(response.statusCode(), response.body());
        }
        return JSON.readTree(response.body());
    }

    private static Refused refused(int status, String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return new Refused(problem.path("detail").asString("") + " (" + status + " "
                    + problem.path("code").asString("") + ")");
        } catch (JacksonException noProblemDocument) {
            return new Refused("The platform answered " + status + ".");
        }
    }

    private Refused unreachable(IOException e) {
        return new Refused("Nothing answers at " + base + ": " + e.getMessage());
    }

    private static Refused interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Refused("Interrupted: " + e.getMessage());
    }
}
