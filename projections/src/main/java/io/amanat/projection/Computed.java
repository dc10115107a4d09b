package io.amanat.projection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column becomes, told by the row as it is before the change. Values are in the database's text form; null is SQL's null. It
 * reads the row's own columns and nothing else: what it gives depends on the events before it and on nothing besides.
 */
public sealed interface Computed {
    /** The new value of {@code column}. */
    @Nullable
    String from(String column, Current row);

    /** The columns that are read besides the changed one. */
    default List<String> reads() {
        return List.of();
    }

    /** A row before its change. */
    @FunctionalInterface
    interface Current {
        /** The column's value as text. */
        @Nullable
        String value(String column);
    }

    /** A number, less {@code amount}. That it stays above zero is the table's CHECK to see to. */
    record Minus(BigDecimal amount) implements Computed {
        @Override
        public @Nullable String from(String column, Current row) {
            String now = row.value(column);
            return now == null ? null : new BigDecimal(now).subtract(amount).toPlainString();
        }
    }

    /** {@code then} when the column is {@code word}; otherwise it stays. */
    record WhenEquals(String word, String then) implements Computed {
        @Override
        public @Nullable String from(String column, Current row) {
            String now = row.value(column);
            return word.equals(now) ? then : now;
        }
    }

    /** {@code then}, unless the column is {@code word}: then it stays. */
    record Unless(String word, String then) implements Computed {
        @Override
        public String from(String column, Current row) {
            return word.equals(row.value(column)) ? word : then;
        }
    }

    /** {@code then} when the column is null; otherwise it stays. */
    record WhenAbsent(String then) implements Computed {
        @Override
        public String from(String column, Current row) {
            String now = row.value(column);
            return now == null ? then : now;
        }
    }

    /** As {@code then} says when the number in the column {@code number} is zero; otherwise the column stays. */
    record WhenZero(String number, Computed then) implements Computed {
        @Override
        public @Nullable String from(String column, Current row) {
            String counted = row.value(number);
            boolean zero = counted != null && new BigDecimal(counted).signum() == 0;
            return zero ? then.from(column, row) : row.value(column);
        }

        @Override
        public List<String> reads() {
            List<String> columns = new ArrayList<>(then.reads());
            columns.add(number);
            return columns;
        }
    }

    /** A JSON array with one element more at its end; null stays null. */
    record Appended(JsonText element) implements Computed {
        @Override
        public @Nullable String from(String column, Current row) {
            String now = row.value(column);
            if (now == null) {
                return null;
            }
            String array = now.strip();
            if (!array.startsWith("[") || !array.endsWith("]")) {
                throw new IllegalStateException(column + " holds no JSON array");
            }
            String elements = array.substring(1, array.length() - 1);
            return "[" + elements + (elements.isBlank() ? "" : ", ") + element + "]";
        }
    }
}
