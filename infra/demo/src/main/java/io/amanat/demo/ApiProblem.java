package io.amanat.demo;

import tools.jackson.databind.JsonNode;

/** The API refused a request. */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    ApiProblem(String request, int status, JsonNode problem) {
        super(request + " was answered " + status + " " + problem.path("code").asString("") + ": "
                + problem.path("detail").asString(problem.path("title").asString("")));
        this.status = status;
        this.code = problem.path("code").asString("");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
