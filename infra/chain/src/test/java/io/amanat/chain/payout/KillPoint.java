package io.amanat.chain.payout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Ends this process before or after one step. A step is a statement, a question to the node, or a command: there is nothing else by
 * which a payout worker leaves a trace, so these are all the moments at which its end can make a difference.
 */
final class KillPoint {

    private static final Pattern METHOD = Pattern.compile("\"method\"\\s*:\\s*\"(\\w+)\"");
    private static final int LABEL_MAX = 100;

    private final String point;
    private final int stepsMax;
    private final AtomicInteger steps = new AtomicInteger();

    /**
     * @param point what the step's label begins with, such as {@code after command RecordSigned}
     * @param stepsMax where it ends if it does not come by there
     */
    KillPoint(String point, int stepsMax) {
        this.point = point;
        this.stepsMax = stepsMax;
    }

    <T> T step(String what, Callable<T> doing) throws Exception {
        pass("before " + what);
        T result = doing.call();
        pass("after " + what);
        return result;
    }

    /** Halts like kill -9 does: no shutdown hook, no finally, nothing is flushed or closed. */
    private void pass(String label) {
        if (label.startsWith(point) || steps.incrementAndGet() > stepsMax) {
            System.out.println(label);
            System.out.flush();
            Runtime.getRuntime().halt(137);
        }
    }

    DataSource watched(DataSource source) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = invoke(source, method, arguments);
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? watched(statement, label(String.valueOf(arguments[0])))
                    : result;
        });
    }

    private PreparedStatement watched(PreparedStatement statement, String label) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) -> method.getName().startsWith("execute")
                        ? step("sql " + label, () -> invoke(statement, method, arguments))
                        : invoke(statement, method, arguments));
    }

    /** A way to the node that passes through here; the URL of it. */
    String watched(String rpcUrl) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        HttpClient client = HttpClient.newHttpClient();
        server.createContext("/", exchange -> pass(exchange, client, URI.create(rpcUrl)));
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange, HttpClient client, URI node) throws IOException {
        try (exchange) {
            byte[] question = exchange.getRequestBody().readAllBytes();
            Matcher method = METHOD.matcher(new String(question, StandardCharsets.UTF_8));
            HttpRequest request = HttpRequest.newBuilder(node)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                    .build();
            byte[] answer = step(
                    "rpc " + (method.find() ? method.group(1) : "?"),
                    () -> client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .body());
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (IOException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new UncheckedIOException(new IOException(failure));
        }
    }

    private static String label(String sql) {
        String line = sql.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), LABEL_MAX));
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                KillPoint.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> handler.call(method, arguments)));
    }

    private interface Handler {
        Object call(Method method, Object[] arguments) throws Exception;
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }
}
