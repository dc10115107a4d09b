package io.amanat.engine.job;

import io.amanat.engine.job.Certificate.Comparison;
import io.amanat.engine.job.Certificate.Difference;
import io.amanat.engine.job.Certificate.TableDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares every table of two schemas, row by row, in bounded memory. */
final class Comparing {
    private final JobSettings settings;
    private final JobControl control;
    private final List<Difference> differences = new ArrayList<>();
    private final List<TableDigest> digests = new ArrayList<>();
    private long found;

    Comparing(JobSettings settings, JobControl control) {
        this.settings = settings;
        this.control = control;
    }

    /**
     * @param live in a transaction whose snapshot shows the live tables as they are to be compared
     * @param replay in a transaction that sees the replayed tables
     */
    Comparison compare(Connection live, String liveSchema, Connection replay, String replaySchema)
            throws SQLException, InterruptedException {
        for (Connection connection : List.of(live, replay)) {
            Sql.run(connection, "set local work_mem = '" + settings.sortMemoryMegabytes() + "MB'");
        }
        Map<String, ComparedTable> ours = ComparedTable.of(live, liveSchema);
        Map<String, ComparedTable> theirs = ComparedTable.of(replay, replaySchema);
        var names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        for (String name : names) {
            ComparedTable mine = ours.get(name);
            if (mine == null || !mine.equals(theirs.get(name))) {
                add(new Difference(name, "columns", Map.of(), columns(mine, theirs.get(name))));
            } else {
                compare(mine, live, liveSchema, replay, replaySchema);
            }
        }
        return new Comparison(found == 0 && digests.stream().allMatch(TableDigest::same), found, differences, digests);
    }

    private static List<String> columns(
            @org.jspecify.annotations.Nullable ComparedTable mine,
            @org.jspecify.annotations.Nullable ComparedTable theirs) {
        var both = new TreeSet<String>();
        Stream.of(java.util.Optional.ofNullable(mine), java.util.Optional.ofNullable(theirs))
                .flatMap(java.util.Optional::stream)
                .forEach(table -> both.addAll(table.columns()));
        return List.copyOf(both);
    }

    private void compare(
            ComparedTable table, Connection live, String liveSchema, Connection replay, String replaySchema)
            throws SQLException, InterruptedException {
        try (RowStream left = new RowStream(live, table.copy(liveSchema));
                RowStream right = new RowStream(replay, table.copy(replaySchema))) {
            byte[] mine = left.next(control);
            byte[] theirs = right.next(control);
            while (mine != null || theirs != null) {
                if (Arrays.equals(mine, theirs)) {
                    mine = left.next(control);
                    theirs = right.next(control);
                    continue;
                }
                int order = mine == null ? 1 : theirs == null ? -1 : order(table, mine, theirs);
                note(table, order, mine, theirs);
                mine = order <= 0 ? left.next(control) : mine;
                theirs = order >= 0 ? right.next(control) : theirs;
            }
            digests.add(new TableDigest(table.name(), left.rows(), right.rows(), left.digest(), right.digest()));
        }
    }

    private static int order(ComparedTable table, byte[] mine, byte[] theirs) {
        return RowKey.compare(table, RowKey.fields(mine), RowKey.fields(theirs));
    }

    private void note(
            ComparedTable table,
            int order,
            byte @org.jspecify.annotations.Nullable [] mine,
            byte @org.jspecify.annotations.Nullable [] theirs) {
        if (order < 0 && mine != null) {
            add(new Difference(table.name(), "extra", RowKey.of(table, RowKey.fields(mine)), List.of()));
        } else if (order > 0 && theirs != null) {
            add(new Difference(table.name(), "missing", RowKey.of(table, RowKey.fields(theirs)), List.of()));
        } else if (mine != null && theirs != null) {
            String[] left = RowKey.fields(mine);
            String[] right = RowKey.fields(theirs);
            List<String> columns = IntStream.range(0, table.columns().size())
                    .filter(n -> !left[n].equals(right[n]))
                    .mapToObj(n -> table.columns().get(n))
                    .toList();
            add(new Difference(table.name(), "changed", RowKey.of(table, left), columns));
        }
    }

    private void add(Difference difference) {
        found++;
        if (differences.size() < settings.differencesMax()) {
            differences.add(difference);
        }
    }
}
