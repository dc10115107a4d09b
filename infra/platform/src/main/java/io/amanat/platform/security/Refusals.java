package io.amanat.platform.security;

import io.amanat.platform.web.PlatformProblem;
import io.amanat.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Answers who may not, or is not known; says nothing about a place that does not exist except that it does not. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Endpoints endpoints;
    private final ProblemWriter writer;

    Refusals(Endpoints endpoints, ProblemWriter writer) {
        this.endpoints = endpoints;
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        answer(request, response, problem(why));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        answer(request, response, PlatformProblem.ROLE_NOT_ALLOWED);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, PlatformProblem refusal)
            throws IOException {
        PlatformProblem absence = endpoints.absence(request);
        PlatformProblem problem = absence == null ? refusal : absence;
        if (problem.status().value() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        writer.write(response, problem);
    }

    private static PlatformProblem problem(AuthenticationException why) {
        return switch (why) {
            case TokenExpired _ -> PlatformProblem.TOKEN_EXPIRED;
            case AccountNotActive _ -> PlatformProblem.ACCOUNT_NOT_ACTIVE;
            case InsufficientAuthenticationException _ -> PlatformProblem.TOKEN_MISSING;
            case AuthenticationServiceException _ -> PlatformProblem.UNAVAILABLE;
            default -> PlatformProblem.TOKEN_INVALID;
        };
    }
}
