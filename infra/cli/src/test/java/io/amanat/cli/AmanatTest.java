package io.amanat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as the platform does. */
class AmanatTest {
    private static final String ID = "7a573fbb-d4a3-4e2e-8082-beb4519f3f31";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().toString().replace("/api/v1", "");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request + " " + body + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        String answer = answers.getOrDefault(
                request, "404 {\"detail\":\"There is no such job.\",\"code\":\"no-such-projection-job\"}");
        byte[] bytes = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Said(int code, String text) {}

    private Said run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort(), "--token", "secret"));
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            return new Said(Amanat.run(all.toArray(String[]::new)), said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static String job(String state, String more) {
        return "{\"id\":\"" + ID + "\",\"kind\":\"audit_replay\",\"state\":\"" + state
                + "\",\"percent\":50,\"position\":1000,\"target\":2000,\"eventsPerSecond\":20000,\"parked\":0" + more
                + "}";
    }

    private static String certificate(boolean clean) {
        String difference =
                "{\"table\":\"payments\",\"kind\":\"changed\",\"key\":{\"id\":\"p1\"},\"columns\":[\"held_units\"]}";
        return ",\"finishedAt\":\"2026-03-01T12:00:00Z\",\"certificate\":{\"position\":2000,\"headEventId\":\"e1\",\"events\":2000,"
            + "\"parked\":0,\"eventsPerSecond\":15000,\"filledPerSecond\":20000,\"heldMillis\":null,"
            + "\"versions\":{\"projections\":\"abc\",\"schema\":\"13\",\"application\":\"1\"},\"comparison\":{\"clean\":"
                + clean
                + ",\"found\":" + (clean ? 0 : 3) + ",\"differences\":[" + (clean ? "" : difference)
                + "],\"tables\":[{\"table\":"
                + "\"payments\",\"liveRows\":10,\"replayedRows\":10,\"liveDigest\":\"d1\",\"replayedDigest\":\""
                + (clean ? "d1" : "d2") + "\"}]}}";
    }

    private void replayEnds(boolean clean) {
        answers.put("POST /projection-jobs", "201 {\"id\":\"" + ID + "\"}");
        answers.put("GET /projection-jobs/" + ID, "200 " + job("filling", ",\"etaSeconds\":61"));
        answers.put(
                "GET /projection-jobs/" + ID + "/stream",
                "200 event:progress\ndata:" + job("filling", ",\"etaSeconds\":61")
                        + "\n\n:still here\n\nevent:progress\ndata:" + job("done", certificate(clean)) + "\n\n");
    }

    @Test
    void givenACleanReplay_whenFollowed_thenProgressCertificateAndZero() {
        replayEnds(true);

        Said said = run("replay", "--follow");

        assertThat(said.code()).isZero();
        assertThat(said.text()).contains("20,000 events/s", "1 min 01 s", "No difference.", "payments");
        assertThat(requests.getFirst()).isEqualTo("POST /projection-jobs {\"kind\":\"audit_replay\"} Bearer secret");
        assertThat(said.text()).doesNotContain("secret");
    }

    @Test
    void givenDifferences_whenFollowed_thenTheyAreNamedAndOne() {
        replayEnds(false);

        Said said = run("replay", "--follow");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("DIFFERENT", "payments, id p1: changed [\"held_units\"]", "and 2 more");
    }

    @Test
    void givenAFailedJob_whenShown_thenItsSentenceAndOne() {
        answers.put(
                "GET /projection-jobs/" + ID,
                "200 " + job("failed", ",\"failure\":\"It broke.\",\"finishedAt\":\"2026-03-01T12:00:00Z\""));

        Said said = run("show", ID);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("It broke.");
    }

    @Test
    void givenARefusal_thenItsWordsAndOne() {
        Said said = run("cancel", ID);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text().strip()).isEqualTo("There is no such job. (404 no-such-projection-job)");
    }

    @Test
    void givenAPointInThePast_thenOneOfBothIsAskedFor() {
        answers.put("POST /projection-jobs", "201 {\"id\":\"" + ID + "\"}");

        assertThat(run("as-of", "--position", "17").text().strip()).isEqualTo(ID);
        assertThat(run("as-of", "--at", "2026-03-01T12:00:00Z").code()).isZero();
        assertThat(run("as-of").code()).isEqualTo(2);

        assertThat(requests).hasSize(2);
        assertThat(requests.get(0)).contains("\"position\":17");
        assertThat(requests.get(1)).contains("\"at\":\"2026-03-01T12:00:00Z\"");
    }

    @Test
    void givenATableOfTwoPages_thenEveryRowIsALine() {
        answers.put("GET /projection-jobs/" + ID + "/tables/payments?limit=200&cursor=", "500 {}");
        answers.put(
                "GET /projection-jobs/" + ID + "/tables/payments?limit=200",
                "200 {\"items\":[{\"id\":1}],\"nextCursor\":\"c\"}");
        answers.put(
                "GET /projection-jobs/" + ID + "/tables/payments?limit=200&cursor=c", "200 {\"items\":[{\"id\":2}]}");

        assertThat(run("table", ID, "payments").text().lines()).containsExactly("{\"id\":1}", "{\"id\":2}");
    }
}
