package io.amanat.api.idempotency;

import io.amanat.api.KeyedHash;
import io.amanat.api.idempotency.Claim.Answered;
import io.amanat.api.idempotency.Claim.Granted;
import io.amanat.api.idempotency.Claim.Reused;
import io.amanat.api.idempotency.Claim.Running;
import io.amanat.api.web.ApiProblem;
import io.amanat.api.web.ApiRefusal;
import io.amanat.api.web.Callers;
import io.amanat.contract.access.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Runs after the web security has let the caller in, and after the body was read. */
final class IdempotencyFilter extends OncePerRequestFilter {
    private static final Set<String> METHODS = Set.of("POST", "PUT");

    private final IdempotentRuns runs;
    private final KeyedHash hash;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(IdempotentRuns runs, KeyedHash hash, HandlerExceptionResolver problems) {
        this.runs = runs;
        this.hash = hash;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !METHODS.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        IdempotencyPolicy policy = IdempotencyPolicy.of(request.getRequestURI());
        IdempotencyKey key;
        try {
            key = key(request, policy);
        } catch (ApiProblem problem) {
            problems.resolveException(request, response, null, problem);
            return;
        }
        if (key != null) {
            key.rememberIn(request);
        }
        if (key == null || policy == IdempotencyPolicy.SECRET) {
            chain.doFilter(request, response);
            return;
        }
        switch (runs.claim(key, request)) {
            case Granted granted -> runs.run(key, granted, request, response, chain);
            case Answered(StoredAnswer answer) -> runs.replay(answer, response);
            case Reused() -> problems.resolveException(request, response, null, reused());
            case Running(long seconds) -> problems.resolveException(request, response, null, running(seconds));
        }
    }

    private @Nullable IdempotencyKey key(HttpServletRequest request, IdempotencyPolicy policy) {
        String header = request.getHeader(KeyHeader.NAME);
        if (header == null && policy != IdempotencyPolicy.REQUIRED) {
            return null;
        }
        return new IdempotencyKey(client(request), KeyHeader.parse(header), fingerprint(request));
    }

    private static String client(HttpServletRequest request) {
        Caller caller = Callers.current();
        return caller == null ? "ip:" + request.getRemoteAddr() : caller.actor();
    }

    /** Keyed: the body may hold a password or a code, and the table must not help to guess it. */
    private String fingerprint(HttpServletRequest request) {
        try {
            byte[] head = (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8);
            byte[] body = request.getInputStream().readAllBytes();
            byte[] whole = new byte[head.length + body.length];
            System.arraycopy(head, 0, whole, 0, head.length);
            System.arraycopy(body, 0, whole, head.length, body.length);
            return hash.hex("idempotency", whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiProblem reused() {
        return new ApiProblem(ApiRefusal.IDEMPOTENCY_KEY_REUSED);
    }

    private static ApiProblem running(long seconds) {
        return new ApiProblem(ApiRefusal.IDEMPOTENCY_KEY_IN_PROGRESS).retryAfter(seconds);
    }
}
