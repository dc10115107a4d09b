package io.amanat.chain.evm;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.exceptions.ClientConnectionException;
import org.web3j.protocol.http.HttpService;
import tools.jackson.core.JacksonException;

/**
 * JSON-RPC over HTTP with bounded time; turns what goes wrong into {@link EvmException}s. Public for methods that only one kind
 * of node has; everything else is asked through {@link EvmClient}.
 */
public final class JsonRpc implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private final OkHttpClient http;
    private final HttpService service;
    private final Restraint restraint;

    public JsonRpc(String url, Duration callTimeout) {
        this(url, callTimeout, InstantSource.system());
    }

    /** With the clock that says how long a node is left alone that was asked too often. */
    JsonRpc(String url, Duration callTimeout, InstantSource clock) {
        this.restraint = new Restraint(clock);
        this.http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_TIMEOUT)
                .callTimeout(callTimeout)
                .readTimeout(callTimeout)
                .writeTimeout(callTimeout)
                .addInterceptor(TooManyRequests::look)
                .build();
        this.service = new HttpService(url, http, false);
    }

    /** The result of any method as plain maps, lists and texts; null if the node says null. */
    public @Nullable Object call(String method, Object... parameters) {
        return send(Answer.Any.class, method, parameters).getResult();
    }

    <T, R extends Response<T>> R send(Class<R> type, String method, Object... parameters) {
        R response = exchange(type, method, List.of(parameters));
        if (response.hasError()) {
            throw error(method, response.getError());
        }
        restraint.answered();
        return response;
    }

    /** The result, which must be there. */
    <T, R extends Response<T>> T ask(Class<R> type, String method, Object... parameters) {
        @Nullable T result = send(type, method, parameters).getResult();
        if (result == null) {
            throw new NodeUnavailable(method, "no result");
        }
        return result;
    }

    /**
     * Asks one method many times in one HTTP request.
     *
     * @return the results in the order of the questions, whatever the order of the answers
     * @throws NodeRefused if one of them is refused
     * @throws NodeUnavailable if one of them is missing
     */
    List<String> batch(String method, List<List<Object>> questions) {
        BatchRequest batch = new BatchRequest(service);
        List<Request<?, Answer.Text>> requests = new ArrayList<>();
        for (List<Object> parameters : questions) {
            Request<?, Answer.Text> request = new Request<>(method, parameters, service, Answer.Text.class);
            requests.add(request);
            batch.add(request);
        }
        Map<Long, Response<?>> answers = new HashMap<>();
        exchange(method, batch).forEach(answer -> answers.put(answer.getId(), answer));
        return requests.stream()
                .map(request -> result(method, answers.get(request.getId())))
                .toList();
    }

    private String result(String method, @Nullable Response<?> answer) {
        if (answer == null) {
            throw new NodeUnavailable(method, "an answer is missing");
        }
        if (answer.hasError()) {
            throw error(method, answer.getError());
        }
        return String.valueOf(answer.getResult());
    }

    private EvmException error(String method, Response.Error error) {
        return Restraint.tooOften(error)
                ? restraint.refused(method, null)
                : new NodeRefused(method, error.getCode(), String.valueOf(error.getMessage()));
    }

    private List<? extends Response<?>> exchange(String method, BatchRequest batch) {
        restraint.check(method);
        try {
            return batch.send().getResponses();
        } catch (TooManyRequests refused) {
            throw restraint.refused(method, refused.retryAfter());
        } catch (IOException failure) {
            throw new NodeUnavailable(method, failure.getClass().getSimpleName(), failure);
        } catch (ClientConnectionException failure) {
            throw new NodeUnavailable(method, "HTTP status " + failure.getCode(), failure);
        } catch (JacksonException | ClassCastException failure) {
            throw new NodeUnavailable(method, "an answer that is no JSON-RPC batch", failure);
        }
    }

    private <R extends Response<?>> R exchange(Class<R> type, String method, List<Object> parameters) {
        restraint.check(method);
        try {
            @Nullable R response = new Request<>(method, parameters, service, type).send();
            if (response == null) {
                throw new NodeUnavailable(method, "an empty answer");
            }
            return response;
        } catch (TooManyRequests refused) {
            throw restraint.refused(method, refused.retryAfter());
        } catch (IOException failure) {
            throw new NodeUnavailable(method, failure.getClass().getSimpleName(), failure);
        } catch (ClientConnectionException failure) {
            throw new NodeUnavailable(method, "HTTP status " + failure.getCode(), failure);
        } catch (JacksonException failure) {
            throw new NodeUnavailable(method, "an answer that is not JSON-RPC", failure);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
