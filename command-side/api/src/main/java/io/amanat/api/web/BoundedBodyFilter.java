package io.amanat.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Reads a body once and no further than the limit, so that it can be read again. */
final class BoundedBodyFilter extends OncePerRequestFilter {
    private final int bytesMax;
    private final HandlerExceptionResolver problems;

    BoundedBodyFilter(int bytesMax, HandlerExceptionResolver problems) {
        this.bytesMax = bytesMax;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getContentLengthLong() > bytesMax
                ? null
                : request.getInputStream().readNBytes(bytesMax + 1);
        if (body == null || body.length > bytesMax) {
            problems.resolveException(request, response, null, tooLarge());
        } else {
            chain.doFilter(new ReadRequest(request, body), response);
        }
    }

    private ApiProblem tooLarge() {
        return new ApiProblem(ApiRefusal.BODY_TOO_LARGE, "A request body has at most " + bytesMax + " bytes.");
    }
}
