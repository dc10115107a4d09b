package io.amanat.benchmark.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The same rows at several lengths of the log.
 *
 * <p>A row with a peer is judged by its ratio to the peer at the same length, so that a machine that was slower in one hour than in
 * another is not taken for a cost of the log.
 *
 * @param bySize by the number of events in the log
 * @param steady the rows that promise to stay within a tenth of what they were at the first length
 */
public record GrowthReport(
        String title,
        Instant startedAt,
        Machine machine,
        boolean credible,
        List<String> notes,
        SortedMap<Long, Results> bySize,
        List<String> steady) {

    private static final double TOLERANCE = 0.10;

    public GrowthReport {
        notes = List.copyOf(notes);
        bySize = new TreeMap<>(bySize);
        steady = List.copyOf(steady);
    }

    /**
     * How a row's figure at the last length compares with the one at the first: 1 is the same. Absent when one of them was not
     * measured.
     */
    public Optional<Double> change(Row row) {
        Results first = bySize.firstEntry().getValue();
        Results last = bySize.lastEntry().getValue();
        return judged(first, row).flatMap(before -> judged(last, row).map(after -> after / before));
    }

    private static Optional<Double> judged(Results results, Row row) {
        return row.peer() == null ? results.figure(row.id()).map(Figure::median) : results.ratio(row);
    }

    /** Whether the row has kept within a tenth: a rate may not fall, a time not rise, by more. */
    Goal.Outcome outcome(Row row) {
        return change(row)
                .map(change -> switch (row.unit()) {
                    case MILLISECONDS, SECONDS, MEBIBYTES -> change <= 1 + TOLERANCE;
                    case EVENTS_PER_SECOND, COMMANDS_PER_SECOND, TRADES_PER_SECOND, QUERIES_PER_SECOND ->
                        change >= 1 - TOLERANCE;
                })
                .map(kept -> kept ? Goal.Outcome.MET : Goal.Outcome.NOT_MET)
                .orElse(Goal.Outcome.NOT_MEASURED);
    }

    public String table() {
        List<String> header = new ArrayList<>(List.of("events in the log"));
        bySize.keySet().forEach(size -> header.add(String.format(Locale.ROOT, "%,d", size)));
        header.addAll(List.of("", "last to first", "within 10 %"));
        TextTable table = new TextTable().line(header.toArray(String[]::new));
        for (Row row : rows()) {
            List<String> line = new ArrayList<>(List.of(row.title()));
            bySize.values()
                    .forEach(results -> line.add(results.figure(row.id())
                            .map(figure -> Report.number(figure.median()))
                            .orElse("-")));
            line.add(row.unit().symbol());
            line.add(change(row)
                    .map(change -> String.format(Locale.ROOT, "%.0f %%", change * 100))
                    .orElse("-"));
            line.add(steady.contains(row.id()) ? outcome(row).words() : "");
            table.line(line.toArray(String[]::new));
        }
        StringBuilder text = new StringBuilder(title)
                .append(credible ? "" : Report.SMOKE)
                .append('\n')
                .append(machine.words())
                .append("\n\n")
                .append(table);
        notes.forEach(note -> text.append("\n- ").append(note));
        return text.append('\n').toString();
    }

    /** For programs. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", title);
        json.put("startedAt", startedAt.toString());
        json.put("credible", credible);
        json.put("machine", machine);
        Map<String, Object> sizes = new LinkedHashMap<>();
        bySize.forEach((size, results) -> sizes.put(
                Long.toString(size),
                results.figures().stream()
                        .map(figure -> Report.json(figure, results))
                        .toList()));
        json.put("bySize", sizes);
        Map<String, Object> verdicts = new LinkedHashMap<>();
        rows().stream()
                .filter(row -> steady.contains(row.id()))
                .forEach(row -> verdicts.put(row.id(), outcome(row).words()));
        json.put("within10Percent", verdicts);
        json.put("notes", notes);
        return json;
    }

    private List<Row> rows() {
        return bySize.values().stream()
                .flatMap(results -> results.figures().stream())
                .map(Figure::row)
                .distinct()
                .toList();
    }
}
