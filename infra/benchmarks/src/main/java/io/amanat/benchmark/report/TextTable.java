package io.amanat.benchmark.report;

import java.util.ArrayList;
import java.util.List;

/** Columns of text under each other: the first to the left, the others to the right. */
final class TextTable {

    private final List<List<String>> lines = new ArrayList<>();

    TextTable line(String... cells) {
        lines.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < lines.size(); number++) {
            List<String> line = lines.get(number);
            StringBuilder out = new StringBuilder("  ");
            for (int column = 0; column < line.size(); column++) {
                int width = width(column);
                String format = column == 0 ? "%-" + width + "s" : "  %" + width + "s";
                out.append(format.formatted(line.get(column)));
            }
            text.append(out.toString().stripTrailing()).append('\n');
            if (number == 0) {
                text.append("  ").append("-".repeat(out.length() - 2)).append('\n');
            }
        }
        return text.toString();
    }

    private int width(int column) {
        return Math.max(
                1,
                lines.stream()
                        .filter(line -> line.size() > column)
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(1));
    }
}
