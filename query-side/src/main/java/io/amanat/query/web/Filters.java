package io.amanat.query.web;

import io.amanat.contract.WireEnum;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads filters out of the query string; what makes no sense is refused, never ignored. */
public final class Filters {
    private Filters() {}

    /** Values of a wire enum, in their wire form; none when the filter is absent. */
    public static <E extends Enum<E> & WireEnum> List<String> wires(
            Class<E> type, String name, @Nullable List<String> values) {
        if (values == null) {
            return List.of();
        }
        Set<String> known =
                Arrays.stream(type.getEnumConstants()).map(WireEnum::wire).collect(Collectors.toSet());
        for (String value : values) {
            if (!known.contains(value)) {
                throw QueryProblem.filter(name, known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        return List.copyOf(values);
    }

    public static @Nullable UUID uuid(String name, @Nullable String value) {
        try {
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException notAUuid) {
            throw QueryProblem.filter(name, "a uuid");
        }
    }

    public static @Nullable Instant instant(String name, @Nullable String value) {
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeParseException notAnInstant) {
            throw QueryProblem.filter(name, "an instant in UTC such as 2026-01-31T12:00:00Z");
        }
    }

    /** A whole number that is not negative. */
    public static @Nullable Long number(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw QueryProblem.filter(name, "a whole number, 0 or more");
        }
        throw QueryProblem.filter(name, "a whole number, 0 or more");
    }
}
