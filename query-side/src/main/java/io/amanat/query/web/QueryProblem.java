package io.amanat.query.web;

import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A query that cannot be answered. */
public final class QueryProblem extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    public QueryProblem(QueryRefusal refusal) {
        this(refusal, refusal.sentence());
    }

    public QueryProblem(QueryRefusal refusal, String detail) {
        super(refusal.status(), body(refusal, detail), null);
    }

    /** A filter whose value is not one of those it takes. */
    public static QueryProblem filter(String name, String takes) {
        return new QueryProblem(QueryRefusal.FILTER_INVALID, "The filter '" + name + "' takes " + takes + ".");
    }

    private static ProblemDetail body(QueryRefusal refusal, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(refusal.status(), detail);
        body.setProperty("code", refusal.code());
        body.setProperty("rule", refusal.sentence());
        return body;
    }
}
