package io.amanat.query.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A query that cannot be answered, beside any rule of the domain. */
public final class QueryProblem extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /** @param code stable, such as {@code cursor-invalid} */
    public QueryProblem(HttpStatus status, String code, String detail) {
        super(status, body(status, code, detail), null);
    }

    /** The query string makes no sense (400). */
    public static QueryProblem bad(String code, String detail) {
        return new QueryProblem(HttpStatus.BAD_REQUEST, code, detail);
    }

    /** A filter whose value is not one of those it takes (400). */
    public static QueryProblem filter(String name, String takes) {
        return bad("filter-invalid", "The filter '" + name + "' takes " + takes + ".");
    }

    private static ProblemDetail body(HttpStatus status, String code, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setProperty("code", code);
        body.setProperty("rule", detail);
        return body;
    }
}
