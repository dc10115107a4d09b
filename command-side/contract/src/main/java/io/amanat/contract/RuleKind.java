package io.amanat.contract;

/** What a refusal means to the one who asked; the edge turns it into an HTTP status. */
public enum RuleKind {
    /** The thing is not in a state in which this may happen (409). */
    CONFLICT,
    /** The one who asks may not do this (403). */
    FORBIDDEN,
    /** The content of the command makes no sense here (422). */
    UNPROCESSABLE,
    /** There is no such thing (404). */
    NOT_FOUND,
    /** Something that is asked for this gives no usable answer at the moment (503). */
    UNAVAILABLE
}
