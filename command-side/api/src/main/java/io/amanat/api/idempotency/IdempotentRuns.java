package io.amanat.api.idempotency;

import io.amanat.api.idempotency.Claim.Granted;
import io.amanat.api.web.Commands;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Runs a request once and keeps what it answered. */
@Component
final class IdempotentRuns {
    private static final Logger LOG = LoggerFactory.getLogger(IdempotentRuns.class);
    private static final String HIT = "Idempotency-Hit";
    private static final List<String> REPLAYED =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.CACHE_CONTROL, Commands.EVENT_POSITION);

    private final IdempotencyStore store;

    IdempotentRuns(IdempotencyStore store) {
        this.store = store;
    }

    Claim claim(IdempotencyKey key, HttpServletRequest request) {
        return store.claim(key, request.getMethod(), request.getRequestURI());
    }

    void run(
            IdempotencyKey key,
            Granted granted,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, kept);
            answered = true;
        } finally {
            end(key, granted, answered ? answer(kept) : null);
        }
        kept.copyBodyToResponse();
    }

    void replay(StoredAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(HIT, "true");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** What was done is done: when the answer cannot be kept, the client gets it all the same. */
    private void end(IdempotencyKey key, Granted granted, @Nullable StoredAnswer answer) {
        try {
            if (answer != null && answer.lasting()) {
                store.complete(key, granted, answer);
            } else {
                store.giveUp(key, granted);
            }
        } catch (DataAccessException e) {
            LOG.warn("an answer could not be kept under its idempotency key", e);
        }
    }

    private static StoredAnswer answer(ContentCachingResponseWrapper response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : REPLAYED) {
            String value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new StoredAnswer(
                response.getStatus(), headers, new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
