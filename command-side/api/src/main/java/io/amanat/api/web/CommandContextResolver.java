package io.amanat.api.web;

import io.amanat.api.idempotency.IdempotencyKey;
import io.amanat.contract.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers their {@link CommandContext}. */
final class CommandContextResolver implements HandlerMethodArgumentResolver {
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandContext.class;
    }

    @Override
    public CommandContext resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) webRequest.getNativeRequest();
        Caller caller = Callers.current();
        return new CommandContext(
                caller,
                RequestIds.of(request),
                request.getRemoteAddr(),
                IdempotencyKey.of(request),
                expectedVersion(request.getHeader(HttpHeaders.IF_MATCH)));
    }

    private static @Nullable String expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher version = VERSION.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw new ApiProblem(ApiRefusal.IF_MATCH_INVALID);
        }
        return version.group(1);
    }
}
