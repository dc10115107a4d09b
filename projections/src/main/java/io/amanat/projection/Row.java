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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Columns and their values, in the order in which they were put: text, numbers, booleans, uuids, instants, dates, {@link Enumerated}
 * for a database enum and {@link Computed} for what follows from the row as it is.
 */
public final class Row {
    private static final int COLUMNS_USUAL = 16;
    private static final Map<WireEnum, Enumerated> WORDS = new ConcurrentHashMap<>();

    private final List<String> names = new ArrayList<>(COLUMNS_USUAL);
    private final List<@Nullable Object> values = new ArrayList<>(COLUMNS_USUAL);

    private Row() {}

    public static Row of(String column, @Nullable Object value) {
        return new Row().and(column, value);
    }

    /** Adds a column, or replaces its value; contract types become what their column holds. */
    public Row and(String column, @Nullable Object value) {
        int at = names.indexOf(column);
        if (at < 0) {
            names.add(column);
            values.add(plain(value));
        } else {
            values.set(at, plain(value));
        }
        return this;
    }

    /** How many columns there are. */
    public int size() {
        return names.size();
    }

    /** Whether {@code column} was put, be it with null. */
    public boolean has(String column) {
        return names.contains(column);
    }

    /** The column at {@code place}, from 0. */
    public String name(int place) {
        return names.get(place);
    }

    /** The plain value at {@code place}, from 0. */
    public @Nullable Object value(int place) {
        return values.get(place);
    }

    /** The columns with plain values, in order; not to be changed. */
    public Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int place = 0; place < size(); place++) {
            columns.put(names.get(place), values.get(place));
        }
        return Collections.unmodifiableMap(columns);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case UUID uuid -> uuid;
            case Number number -> number;
            case Instant instant -> instant;
            case Boolean flag -> flag;
            case Identifier id -> id.value();
            case WireEnum wire -> WORDS.computeIfAbsent(wire, word -> new Enumerated(word.wire()));
            case PersonalText sealed -> sealed.token();
            case EvmAddress address -> address.value();
            case Money money -> new BigDecimal(money.units(), money.currency().decimals());
            case AssetAmount amount ->
                new BigDecimal(amount.units(), amount.asset().decimals());
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
        return other instanceof Row row && columns().equals(row.columns());
    }

    @Override
    public int hashCode() {
        return columns().hashCode();
    }

    @Override
    public String toString() {
        return columns().toString();
    }

    /** Text whose database type is left to the column: an enum, a uuid or jsonb. */
    public record Enumerated(String text) {}
}
