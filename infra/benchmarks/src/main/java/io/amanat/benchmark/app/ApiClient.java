package io.amanat.benchmark.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo buyer at the public API. */
final class ApiClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REQUESTS = "/api/v1/purchase-requests";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final String token;

    /** Logs in; the password of the demo accounts is no secret. */
    ApiClient(URI api) throws IOException, InterruptedException {
        this.api = api;
        Map<String, String> login = Map.of("email", "buyer@demo.amanat.example", "password", "amanat-demo-password");
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/api/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(login)))
                .build();
        token = JSON.readTree(send(request).body()).path("accessToken").asString();
    }

    /** Returns the new request's id when the read tables show it. */
    UUID ask() throws IOException, InterruptedException {
        Map<String, Object> body = Map.of(
                "title",
                "A lamp for the desk",
                "description",
                "Any colour, as long as it is bright enough to read by.",
                "productType",
                "digital_product",
                "budget",
                Map.of(
                        "min", Map.of("amount", "1.00", "currency", "USDC"),
                        "max", Map.of("amount", "100.00", "currency", "USDC")),
                "urgency",
                "low",
                "quantity",
                1,
                "specifications",
                List.of(Map.of("key", "colour", "value", "green")),
                "delivery",
                Map.of("method", "digital"),
                "preferredSellers",
                List.of());
        HttpRequest request = authorised(REQUESTS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = send(request);
        JsonNode made = JSON.readTree(answer.body());
        String position = answer.headers().firstValue("X-Event-Position").orElse("0");
        UUID id = UUID.fromString(made.path("id").asString());
        send(authorised(REQUESTS + "/" + id + "?minPosition=" + position).GET().build());
        return id;
    }

    void one(UUID id) throws IOException, InterruptedException {
        send(authorised(REQUESTS + "/" + id).GET().build());
    }

    /** The buyer's own, a page of 20. */
    void list() throws IOException, InterruptedException {
        send(authorised(REQUESTS + "?side=buyer&limit=20").GET().build());
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder authorised(String path) {
        return HttpRequest.newBuilder(api.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    request.method() + " " + request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }
}
