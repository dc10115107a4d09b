package io.amanat.projection;

import io.amanat.contract.Identifier;
import io.amanat.contract.WireEnum;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Columns and their values, in the order in which they were put: text, numbers, booleans, uuids, instants, dates, {@link Enumerated}
 * for a database enum and {@link Computed} for an expression over the row's own columns.
 */
public final class Row {
    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

    private Row() {}

    public static Row of(String column, @Nullable Object value) {
        return new Row().and(column, value);
    }

    /** Adds a column; contract types become what their column holds. */
    public Row and(String column, @Nullable Object value) {
        columns.put(column, plain(value));
        return this;
    }

    /** The columns with plain values, in order; not to be changed. */
    public Map<String, @Nullable Object> columns() {
        return Collections.unmodifiableMap(columns);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Identifier id -> id.value();
            case WireEnum wire -> new Enumerated(wire.wire());
            case PersonalText sealed -> sealed.token();
            case EvmAddress address -> address.value();
            case Money money -> new BigDecimal(money.units(), money.currency().decimals());
            case AssetAmount amount ->
                new BigDecimal(amount.units(), amount.asset().decimals());
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case String text -> text;
            case Number number -> number;
            case Boolean flag -> flag;
            case UUID uuid -> uuid;
            case LocalDate date -> date;
            case Enumerated enumerated -> enumerated;
            case Computed computed -> computed;
            default ->
                throw new IllegalArgumentException(
                        "no column holds a " + value.getClass().getName());
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && columns.equals(row.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return columns.toString();
    }

    /** Text whose database type is left to the column: an enum, a uuid or jsonb. */
    public record Enumerated(String text) {}

    /**
     * An expression over the changed row's own columns, such as {@code held_amount - ?}, with the values of its placeholders. It may
     * read nothing else: what it gives depends on the events before it and on nothing besides.
     */
    public record Computed(String expression, java.util.List<Object> values) {}
}
