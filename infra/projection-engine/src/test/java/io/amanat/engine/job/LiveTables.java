package io.amanat.engine.job;

import io.amanat.engine.Applier;
import io.amanat.engine.Intake;
import io.amanat.engine.PlaceLost;
import io.amanat.engine.SegmentPlace;
import io.amanat.engine.Sequence;
import io.amanat.engine.Step;
import io.amanat.eventlog.LogEntry;
import io.amanat.projection.Projections;
import io.amanat.projection.writing.RowWriter;
import io.amanat.projection.writing.Writing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Fills the live tables as the workers of the platform do, segment by segment, as often as it is told to. */
final class LiveTables {
    private static final String OWNER = "live-in-test";

    private final DataSource app;
    private final TestLog log;
    private final Applier applier;

    LiveTables(DataSource app, TestLog log, int segments) throws SQLException {
        this.app = app;
        this.log = log;
        var rows = new RowWriter("amanat_read", Writing.IDEMPOTENT);
        this.applier = new Applier("amanat_read", TestLog.decoder(), new Projections(), rows::write);
        segments(app, segments);
    }

    static void segments(DataSource app, int segments) throws SQLException {
        try (Connection connection = app.getConnection()) {
            Sql.update(
                    connection,
                    "insert into amanat_read.projection_segments (segment, segments, position)"
                            + " select n, ?, 0 from generate_series(0, ? - 1) n",
                    segments,
                    segments);
        }
    }

    /** Every segment up to {@code upTo}, one step each in turn; ends early when the tables are replaced meanwhile. */
    void follow(long upTo) throws SQLException {
        try (Connection connection = app.getConnection()) {
            List<Long> at = new ArrayList<>(Sql.all(
                    connection,
                    "with mine as (update amanat_read.projection_segments set owner = ?,"
                            + " claimed_until = now() + interval '5 s' returning segment, position)"
                            + " select position from mine order by segment",
                    row -> row.getLong(1),
                    OWNER));
            connection.setAutoCommit(false);
            List<Intake> intakes = new ArrayList<>();
            for (int segment = 0; segment < at.size(); segment++) {
                var place = SegmentPlace.owned("amanat_read", segment, OWNER, Duration.ofSeconds(5));
                intakes.add(new Intake(applier, place, 2));
            }
            while (at.stream().anyMatch(position -> position < upTo)) {
                for (int segment = 0; segment < at.size(); segment++) {
                    if (at.get(segment) < upTo) {
                        at.set(segment, step(connection, intakes.get(segment), segment, at, upTo));
                    }
                }
            }
        } catch (PlaceLost replaced) {
            // another turn finds the new tables
        }
    }

    private long step(Connection connection, Intake intake, int segment, List<Long> at, long upTo) throws SQLException {
        long from = at.get(segment);
        List<LogEntry> read = log.read(from, upTo, 500);
        List<LogEntry> mine = read.stream()
                .filter(entry -> Sequence.segment(Sequence.of(entry), at.size()) == segment)
                .toList();
        Step step = intake.take(connection, from, mine, read.getLast().position());
        return step instanceof Step.Taken taken ? taken.position() : from;
    }
}
