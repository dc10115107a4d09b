package io.amanat.benchmark.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One run's result.
 *
 * @param credible false for a smoke run: too short to be believed, and marked so wherever it is shown
 * @param notes what a reader of the figures must know
 */
public record Report(
        String title,
        Instant startedAt,
        Machine machine,
        boolean credible,
        List<String> notes,
        Results results,
        List<Goal> goals) {

    static final String SMOKE = " (SMOKE RUN: too short to be believed)";

    public Report {
        notes = List.copyOf(notes);
        goals = List.copyOf(goals);
    }

    /** The rows with their ratios, then the goals. */
    public String table() {
        TextTable figures = new TextTable().line("", "median", "lowest", "highest", "", "ratio", "to");
        for (Figure figure : results.figures()) {
            Row row = figure.row();
            String ratio = results.ratio(row).map(Report::percent).orElse("");
            figures.line(
                    row.title(),
                    number(figure.median()),
                    number(figure.lowest()),
                    number(figure.highest()),
                    row.unit().symbol(),
                    ratio,
                    ratio.isEmpty() ? "" : String.valueOf(row.peer()));
        }
        StringBuilder text = new StringBuilder(title)
                .append(credible ? "" : SMOKE)
                .append('\n')
                .append(machine.words())
                .append("\n\n")
                .append(figures);
        if (!goals.isEmpty()) {
            TextTable promised = new TextTable().line("goal", "measured", "");
            goals.stream()
                    .map(goal -> goal.judge(results))
                    .forEach(verdict -> promised.line(
                            verdict.goal().promise(),
                            verdict.measured(),
                            verdict.outcome().words()));
            text.append('\n').append(promised);
        }
        notes.forEach(note -> text.append("\n- ").append(note));
        return text.append('\n').toString();
    }

    /** For programs; {@code rounds} holds every single figure. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", title);
        json.put("startedAt", startedAt.toString());
        json.put("credible", credible);
        json.put("machine", machine);
        json.put(
                "rows",
                results.figures().stream().map(figure -> json(figure, results)).toList());
        List<Map<String, String>> verdicts = new ArrayList<>();
        goals.stream()
                .map(goal -> goal.judge(results))
                .forEach(verdict -> verdicts.add(Map.of(
                        "goal", verdict.goal().promise(),
                        "outcome", verdict.outcome().words(),
                        "measured", verdict.measured())));
        json.put("goals", verdicts);
        json.put("notes", notes);
        return json;
    }

    static Map<String, Object> json(Figure figure, Results results) {
        Row row = figure.row();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.id());
        json.put("title", row.title());
        json.put("unit", row.unit().symbol());
        json.put("median", figure.median());
        json.put("rounds", figure.rounds());
        results.ratio(row).ifPresent(ratio -> {
            json.put("ratioTo", row.peer());
            json.put("ratio", ratio);
        });
        return json;
    }

    /** With a decimal where the whole ones would say too little. */
    static String percent(double times) {
        return String.format(Locale.ROOT, times < 0.1 ? "%.1f %%" : "%.0f %%", times * 100);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%,.1f" : "%,.0f", value);
    }
}
