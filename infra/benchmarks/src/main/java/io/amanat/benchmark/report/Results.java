package io.amanat.benchmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every figure of one run, in the order in which the rows were first measured. */
public final class Results {

    private final Map<String, Measured> rows = new LinkedHashMap<>();

    private record Measured(Row row, List<Double> rounds) {

        Figure figure() {
            return new Figure(row, rounds);
        }
    }

    public void add(Row row, double figure) {
        Measured measured = rows.computeIfAbsent(row.id(), _ -> new Measured(row, new ArrayList<>()));
        if (!measured.row().equals(row)) {
            throw new IllegalArgumentException("two rows are called " + row.id());
        }
        measured.rounds().add(figure);
    }

    public List<Figure> figures() {
        return rows.values().stream().map(Measured::figure).toList();
    }

    /** Absent when the row was not measured. */
    public Optional<Figure> figure(String id) {
        return Optional.ofNullable(rows.get(id)).map(Measured::figure);
    }

    /** Median divided by the peer's median. */
    public Optional<Double> ratio(Row row) {
        return row.peer() == null ? Optional.empty() : ratio(row.id(), row.peer());
    }

    public Optional<Double> ratio(String id, String peer) {
        return figure(id).flatMap(one -> figure(peer).map(other -> one.median() / other.median()));
    }
}
