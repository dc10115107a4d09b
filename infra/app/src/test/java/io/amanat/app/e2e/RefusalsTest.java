package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.app.e2e.Http.Answer;
import io.amanat.app.e2e.Trades.Trade;
import io.amanat.chain.local.LocalTokens;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What bad input gets: its own clear problem, and nothing changes. */
class RefusalsTest {
    private final RunningPlatform platform = SharedPlatform.get();
    private final Http http = new Http(platform.api());
    private final Trades trades = new Trades(platform);

    @Test
    void malformedJson() {
        refused(raw("{\"title\":"), 400, "malformed-json");
    }

    @Test
    void unknownField() {
        refused(ask(Bodies.request().put("isAdmin", true)), 400, "unknown-field");
    }

    @Test
    void amountsThatMakeNoSense() {
        for (String amount : List.of("1.0000001", "-5.00", "0", "1e9", "99999999999999999999", "abc", "")) {
            ObjectNode body = Bodies.request();
            body.withObject("/budget/max").put("amount", amount);
            Answer answer = ask(body);
            assertThat(answer.status()).as("amount '%s': %s", amount, answer).isIn(400, 422);
            assertThat(answer.code()).isNotEmpty();
        }
        ObjectNode number = Bodies.request();
        number.withObject("/budget/max").put("amount", 100);
        assertThat(ask(number).status()).isEqualTo(400);
    }

    @Test
    void unknownCurrency() {
        ObjectNode body = Bodies.request();
        body.withObject("/budget/max").put("currency", "DOGE");
        refused(ask(body), 400, "validation-failed");
    }

    @Test
    void unknownIdsAndAnothersIds() {
        String unknown = UUID.randomUUID().toString();
        refused(http.get(http.token("buyer"), "/purchase-requests/" + unknown), 404, "no-such-request");
        refused(http.get(http.token("buyer"), "/payments/" + unknown), 404, "no-such-payment");
        refused(
                http.put(http.token("buyer"), "/purchase-requests/" + unknown, Bodies.request()),
                404,
                "no-such-request");
        refused(http.get(http.token("buyer"), "/purchase-requests/not-a-uuid"), 400, "parameter-invalid");
        String own = trades.asked();
        refused(
                http.put(http.newcomer("buyer"), "/purchase-requests/" + own, Bodies.request()),
                403,
                "only-the-buyer-decides");
    }

    @Test
    void wrongStateAndWrongVersion() {
        Trade trade = trades.accepted("10.00");
        refused(
                http.post(http.token("seller"), "/purchase-requests/" + trade.requestId() + "/work-start", Map.of()),
                409,
                "work-starts-after-payment");
        refused(
                http.send(
                        "PUT",
                        "/purchase-requests/" + trades.asked(),
                        http.token("buyer"),
                        Bodies.request().put("quantity", 2).toString(),
                        Map.of("If-Match", "\"7\"")),
                412,
                "stale-version");
    }

    @Test
    void wrongAndLockedCode() {
        Trade trade = trades.delivered("10.00");
        String code = http.post(
                        http.token("buyer"), "/purchase-requests/" + trade.requestId() + "/delivery-code", Map.of())
                .body()
                .path("code")
                .asString();
        String wrong = code.startsWith("1") ? "222222" : "111111";
        for (int attempt = 1; attempt <= 5; attempt++) {
            Answer answer = confirm(trade, wrong);
            assertThat(answer.code()).isIn("delivery-code-wrong", "delivery-code-locked");
        }
        refused(confirm(trade, code), 409, "delivery-code-locked");
        assertThat(platform.jdbc()
                        .sql("select count(*) from delivery_attempts where purchase_request_id = ?::uuid")
                        .param(trade.requestId())
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
        String alone = "(?<![0-9A-Za-z.])" + code + "(?![0-9A-Za-z])";
        assertThat(platform.log()).contains(trade.requestId()).doesNotContainPattern(alone);
        Answer seen = http.get(http.token("seller"), "/purchase-requests/" + trade.requestId());
        assertThat(seen.body().toString()).doesNotContain(code);
    }

    private Answer confirm(Trade trade, String code) {
        return http.post(
                http.token("buyer"),
                "/purchase-requests/" + trade.requestId() + "/delivery-confirmation",
                Map.of("code", code));
    }

    @Test
    void splitThatDoesNotAddUp() {
        Trade trade = trades.funded("10.00");
        String dispute = http.post(
                        http.token("buyer"),
                        "/payments/" + trade.paymentId() + "/disputes",
                        Map.of("category", "other", "reason", "For the split."))
                .body()
                .path("id")
                .asString();
        Trades.await()
                .until(() ->
                        http.get(http.token("resolver"), "/disputes/" + dispute).status() == 200);
        for (List<String> parts : List.of(List.of("4.00", "5.99"), List.of("9.00", "9.00"), List.of("0.00", "10.00"))) {
            Answer answer = resolve(dispute, parts.getFirst(), parts.getLast());
            assertThat(answer.status()).as("%s: %s", parts, answer).isIn(400, 422);
            assertThat(answer.code()).isNotEmpty();
        }
        refused(
                http.post(
                        http.token("buyer"),
                        "/payments/" + trade.paymentId() + "/disputes",
                        Map.of("category", "other", "reason", "A second one.")),
                409,
                "one-dispute-at-a-time");
    }

    private Answer resolve(String dispute, String toBuyer, String toSeller) {
        return http.post(
                http.token("resolver"),
                "/disputes/" + dispute + "/resolution",
                Map.of(
                        "ruling",
                        "compensation",
                        "toBuyer",
                        Bodies.usdc(toBuyer),
                        "toSeller",
                        Bodies.usdc(toSeller),
                        "rationale",
                        "Split."));
    }

    @Test
    void oversizedBodyAndAThousandSpecifications() {
        ObjectNode large = Bodies.request().put("description", "x".repeat(300_000));
        refused(ask(large), 413, "body-too-large");
        ObjectNode many = Bodies.request();
        ArrayNode specifications = many.putArray("specifications");
        IntStream.range(0, 1000)
                .forEach(index ->
                        specifications.addObject().put("key", "k" + index).put("value", "v"));
        Answer answer = ask(many);
        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.body().path("errors").toString()).contains("specifications");
    }

    @Test
    void secondAcceptanceAtTheSameTime() {
        String request = trades.asked();
        List<String> offers = List.of(
                trades.offered(request, "10.00"),
                http.post(http.newcomer("seller"), "/purchase-requests/" + request + "/offers", Bodies.offer("11.00"))
                        .body()
                        .path("id")
                        .asString());
        String buyer = http.token("buyer");
        List<Answer> answers = offers.stream()
                .map(offer -> CompletableFuture.supplyAsync(() -> http.post(
                        buyer,
                        "/purchase-requests/" + request + "/offers/" + offer + "/acceptance",
                        Bodies.acceptance(LocalTokens.USDC.value()))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers.stream().filter(answer -> answer.status() == 202)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409).map(Answer::code))
                .containsAnyOf("one-offer-is-accepted", "only-live-offers-change", "only-open-requests-take-offers");
    }

    @Test
    void idempotencyKeys() {
        String body = Bodies.request().toString();
        Map<String, String> key = Map.of("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
        Answer first = http.send("POST", "/purchase-requests", http.token("buyer"), body, key);
        Answer again = http.send("POST", "/purchase-requests", http.token("buyer"), body, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Hit")).isEqualTo("true");
        String other = Bodies.request().put("quantity", 3).toString();
        refused(
                http.send("POST", "/purchase-requests", http.token("buyer"), other, key),
                422,
                "idempotency-key-reused");
        Trade trade = trades.accepted("10.00");
        refused(
                http.send(
                        "POST",
                        "/payments/" + trade.paymentId() + "/cancellation",
                        http.token("buyer"),
                        "{}",
                        Map.of()),
                400,
                "idempotency-key-missing");
    }

    @Test
    void forgedAndAlgNoneTokens() {
        String good = http.token("buyer");
        String[] parts = good.split("[.]", -1);
        String none = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
        String promoted = parts[0] + "."
                + base64(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("buyer", "admin"))
                + "." + parts[2];
        for (String token : List.of(none, promoted, "rubbish", "amk_" + UUID.randomUUID() + "_guess")) {
            refused(http.get(token, "/users/me"), 401, "token-invalid");
        }
        assertThat(http.get(good, "/users/me").status()).isEqualTo(200);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readYourWritesAndBadQueries() {
        Answer asked = ask(Bodies.request());
        String position = asked.header("X-Event-Position");
        Answer seen = http.get(
                http.token("buyer"),
                "/purchase-requests/" + asked.body().path("id").asString() + "?minPosition=" + position);
        assertThat(seen.status()).isEqualTo(200);
        refused(http.get(http.token("buyer"), "/payments?minPosition=999999999"), 400, "position-beyond-head");
        refused(http.get(http.token("buyer"), "/payments?limit=100000"), 400, "limit-out-of-range");
        refused(http.get(http.token("buyer"), "/payments?cursor=rubbish"), 400, "cursor-invalid");
    }

    private Answer ask(ObjectNode body) {
        return http.post(http.token("buyer"), "/purchase-requests", body);
    }

    private Answer raw(String body) {
        return http.send("POST", "/purchase-requests", http.token("buyer"), body, Map.of());
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("traceId").asString("")).isNotEmpty();
    }
}
