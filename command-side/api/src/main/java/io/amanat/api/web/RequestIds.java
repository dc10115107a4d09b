package io.amanat.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** One id per HTTP request. */
public final class RequestIds {
    /** A filter that has named the request before puts its name here, as a string. */
    public static final String ATTRIBUTE = "amanat.requestId";

    private RequestIds() {}

    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String made = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }
}
