package io.amanat.engine.job;

import io.amanat.engine.Applier;
import io.amanat.engine.Intake;
import io.amanat.engine.SegmentPlace;
import io.amanat.engine.Sequence;
import io.amanat.engine.Step;
import io.amanat.eventlog.LogEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the log into a job's schema, window by window, by the same rule as the live projections: an event that cannot be taken is set
 * aside. Reading and computing go on while a window is written. Made anew when the schema's constraints have changed.
 */
final class Filling {
    /** Rounds in which one segment waits for another without anybody getting on: more than the tries of an event. */
    private static final int IDLE_ROUNDS_MAX = 100;

    private final Workshop workshop;
    private final String schema;
    private final JobControl control;
    private final Meter meter;
    private final ComputedAhead ahead = new ComputedAhead();
    private final Applier applier;
    private final List<Intake> intakes = new ArrayList<>();

    Filling(Workshop workshop, String schema, JobControl control, Meter meter) {
        this.workshop = workshop;
        this.schema = schema;
        this.control = control;
        this.meter = meter;
        this.applier = new Applier(schema, ahead, ahead, workshop.rows().apply(schema));
    }

    /** Up to {@code upTo} in every segment. */
    void to(Connection connection, long upTo) throws SQLException, InterruptedException {
        to(connection, java.util.Collections.nCopies(positions(connection).size(), upTo));
    }

    /** Up to a position of its own in every segment. */
    void to(Connection connection, List<Long> upTo) throws SQLException, InterruptedException {
        List<Long> at = positions(connection);
        long from = at.stream().mapToLong(Long::longValue).min().orElseThrow();
        long last = upTo.stream().mapToLong(Long::longValue).max().orElseThrow();
        for (int segment = intakes.size(); segment < at.size(); segment++) {
            var place = SegmentPlace.unowned(schema, segment);
            intakes.add(new Intake(applier, place, workshop.settings().eventAttemptsMax()));
        }
        try (ReadAhead windows = new ReadAhead(
                workshop.log(), workshop.decoder(), workshop.projection(), workshop.settings(), from, last)) {
            for (Window window = windows.next(control); window != null; window = windows.next(control)) {
                ahead.use(window);
                take(connection, window, at, upTo);
                meter.reached(window.upTo());
            }
        }
    }

    private void take(Connection connection, Window window, List<Long> at, List<Long> upTo) throws SQLException {
        int idle = 0;
        boolean more = true;
        while (more) {
            more = false;
            boolean moved = false;
            for (int segment = 0; segment < at.size(); segment++) {
                long until = Math.min(window.upTo(), upTo.get(segment));
                if (at.get(segment) < until) {
                    long reached = step(connection, window, segment, at, until);
                    moved |= reached > at.get(segment);
                    at.set(segment, reached);
                    more |= reached < until;
                }
            }
            idle = moved ? 0 : idle + 1;
            if (more && idle > IDLE_ROUNDS_MAX) {
                throw new JobFailed("Events after position " + at + " wait for rows that never come.");
            }
        }
    }

    private long step(Connection connection, Window window, int segment, List<Long> at, long until)
            throws SQLException {
        control.check();
        long from = at.get(segment);
        int segments = at.size();
        List<LogEntry> mine = window.entries();
        if (segments > 1
                || mine.isEmpty()
                || mine.getFirst().position() <= from
                || mine.getLast().position() > until) {
            mine = mine.stream()
                    .filter(entry -> entry.position() > from && entry.position() <= until)
                    .filter(entry -> segments == 1 || Sequence.segment(Sequence.of(entry), segments) == segment)
                    .toList();
        }
        return switch (intakes.get(segment).take(connection, from, mine, until)) {
            case Step.Taken taken -> {
                meter.took(taken.events(), taken.parked());
                yield taken.position();
            }
            case Step.Again _ -> from;
            case Step.Waiting _ -> from;
        };
    }

    private List<Long> positions(Connection connection) throws SQLException {
        List<Long> positions = new ArrayList<>(FreshSchema.positions(connection, schema, ""));
        connection.commit();
        return positions;
    }
}
