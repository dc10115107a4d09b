package io.amanat.chain.evm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.Response;

/**
 * Leaves a node alone that says that it is asked too often: until the time that it names, or else for a pause that doubles from one
 * refusal to the next. Meanwhile every question fails at once, without being sent. Thread-safe.
 */
final class Restraint {

    static final Duration PAUSE_MIN = Duration.ofSeconds(1);
    static final Duration PAUSE_MAX = Duration.ofMinutes(2);

    private static final int TOO_MANY_REQUESTS = 429;

    /** EIP-1474's "limit exceeded"; some nodes also say it of a result that is too large. */
    private static final int LIMIT_EXCEEDED = -32005;

    private final InstantSource clock;
    private Instant until = Instant.MIN;
    private Duration pause = Duration.ZERO;

    Restraint(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws NodeUnavailable while the node is left alone */
    synchronized void check(String method) {
        if (clock.instant().isBefore(until)) {
            throw leftAlone(method);
        }
    }

    synchronized void answered() {
        pause = Duration.ZERO;
    }

    /**
     * The node has refused for being asked too often.
     *
     * @param retryAfter as in HTTP's header: seconds or a date; null if it says nothing
     */
    synchronized NodeUnavailable refused(String method, @Nullable String retryAfter) {
        pause = shorter(pause.isZero() ? PAUSE_MIN : pause.multipliedBy(2), PAUSE_MAX);
        Instant now = clock.instant();
        Instant wanted = wanted(retryAfter, now);
        until = wanted.isAfter(now.plus(PAUSE_MAX)) ? now.plus(PAUSE_MAX) : wanted;
        return leftAlone(method);
    }

    static boolean tooOften(Response.Error error) {
        String words = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        boolean ofTheResult = words.contains("result") || words.contains("range") || words.contains("size");
        boolean said = error.getCode() == TOO_MANY_REQUESTS
                || error.getCode() == LIMIT_EXCEEDED
                || words.contains("rate limit")
                || words.contains("too many requests")
                || words.contains("request limit")
                || words.contains("compute units");
        return said && !ofTheResult;
    }

    private Instant wanted(@Nullable String retryAfter, Instant now) {
        if (retryAfter != null) {
            String text = retryAfter.strip();
            try {
                return text.chars().allMatch(Character::isDigit)
                        ? now.plusSeconds(Long.parseLong(text))
                        : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant();
            } catch (DateTimeException | ArithmeticException | NumberFormatException unreadable) {
                return now.plus(pause);
            }
        }
        return now.plus(pause);
    }

    private NodeUnavailable leftAlone(String method) {
        return new NodeUnavailable(method, "it was asked too often and is left alone until " + until);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
