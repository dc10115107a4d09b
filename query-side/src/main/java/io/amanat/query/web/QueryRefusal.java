package io.amanat.query.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a query is refused, beside any rule of the domain: the catalogue of this side's problem codes. */
public enum QueryRefusal {
    CURSOR_INVALID(HttpStatus.BAD_REQUEST, "A cursor is the nextCursor of the page before, unchanged."),
    LIMIT_OUT_OF_RANGE(HttpStatus.BAD_REQUEST, "The limit is a whole number from 1 to 200."),
    FILTER_INVALID(HttpStatus.BAD_REQUEST, "A filter takes only values that make sense."),
    POSITION_BEYOND_HEAD(HttpStatus.BAD_REQUEST, "No event has this position yet."),
    PROJECTION_BEHIND(
            HttpStatus.SERVICE_UNAVAILABLE, "The read models have not reached this position in time; ask again."),
    TOO_MANY_STREAMS(HttpStatus.TOO_MANY_REQUESTS, "Too many live streams are open; close one, or ask again later."),
    NO_SUCH_AGGREGATE(HttpStatus.NOT_FOUND, "No event is about this id."),
    NO_SUCH_READ_TABLE(HttpStatus.NOT_FOUND, "The job has no table of this name."),
    JOB_SHOWS_NO_TABLES(
            HttpStatus.CONFLICT,
            "Tables are shown of a look at the past, or of a replay that found differences, until it is discarded."),
    TRADE_NOT_YET_BEGUN(HttpStatus.NOT_FOUND, "The trade began later than this.");

    private final HttpStatus status;
    private final String sentence;

    QueryRefusal(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    public HttpStatus status() {
        return status;
    }

    /** For people. */
    public String sentence() {
        return sentence;
    }

    /** The stable code on the wire, such as {@code cursor-invalid}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
