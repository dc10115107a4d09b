package io.amanat.engine.job;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads rows of {@code copy}'s text format: fields between tabs, an escaped tab never stands for itself. */
final class RowKey {
    private RowKey() {}

    static String[] fields(byte[] row) {
        String line = new String(row, StandardCharsets.UTF_8);
        return line.substring(0, line.length() - 1).split("\t", -1);
    }

    /** As the database orders the keys of both rows. */
    static int compare(ComparedTable table, String[] left, String[] right) {
        for (int n = 0; n < table.keyTypes().size(); n++) {
            int order = switch (table.keyTypes().get(n)) {
                case "int2", "int4", "int8" -> Long.compare(Long.parseLong(left[n]), Long.parseLong(right[n]));
                case "uuid", "text" ->
                    Arrays.compareUnsigned(
                            left[n].getBytes(StandardCharsets.UTF_8), right[n].getBytes(StandardCharsets.UTF_8));
                default -> throw new JobFailed("The key of " + table.name() + " is of a type that cannot be compared.");
            };
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The columns of the key with their values. */
    static Map<String, String> of(ComparedTable table, String[] fields) {
        Map<String, String> key = new LinkedHashMap<>();
        List<String> columns = table.key();
        for (int n = 0; n < columns.size(); n++) {
            key.put(columns.get(n), fields[n]);
        }
        return key;
    }
}
