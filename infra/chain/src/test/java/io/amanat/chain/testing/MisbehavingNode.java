package io.amanat.chain.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A way to the real node that answers as a bad provider does, when it is told to; until then it passes everything on. */
public final class MisbehavingNode implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final URI node;
    private final HttpServer server;
    private volatile Trick trick = question -> null;

    public MisbehavingNode(String rpcUrl) {
        node = URI.create(rpcUrl);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** What it does with a question; null passes it on. */
    public interface Trick {
        Reply on(JsonNode question);
    }

    /** An answer as it goes over the wire. */
    public record Reply(int status, Map<String, String> headers, String body) {}

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The methods that were asked for, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public void behave() {
        trick = question -> null;
    }

    public void does(Trick next) {
        trick = next;
    }

    /** Passes on, but changes the answers to these methods. */
    public void changes(List<String> methods, UnaryOperator<ObjectNode> change) {
        trick = question ->
                methods.contains(question.path("method").asString()) ? result(change.apply(honest(question))) : null;
    }

    /** What the real node says. */
    public ObjectNode honest(JsonNode question) {
        return (ObjectNode) JSON.readTree(passOn(JSON.writeValueAsString(question)));
    }

    public static Reply result(JsonNode answer) {
        return new Reply(200, Map.of(), JSON.writeValueAsString(answer));
    }

    public static Reply error(JsonNode question, int code, String message) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("jsonrpc", "2.0");
        answer.set("id", question.path("id"));
        answer.putObject("error").put("code", code).put("message", message);
        return result(answer);
    }

    public static Reply status(int status, Map<String, String> headers) {
        return new Reply(status, headers, "");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode question = JSON.readTree(body);
            asked.add(question.path("method").asString(""));
            Reply reply = question.isObject() ? trick.on(question) : null;
            Reply sent = reply == null ? new Reply(200, Map.of(), passOn(body)) : reply;
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            sent.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] bytes = sent.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(sent.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String passOn(String question) {
        HttpRequest request = HttpRequest.newBuilder(node)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}
