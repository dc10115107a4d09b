package io.amanat.engine.job;

import io.amanat.engine.Applier;
import io.amanat.engine.Intake;
import io.amanat.engine.LogEntry;
import io.amanat.engine.PlaceLost;
import io.amanat.engine.SegmentPlace;
import io.amanat.engine.Sequence;
import io.amanat.engine.Step;
import io.amanat.projection.Projections;
import io.amanat.projection.writing.RowWriter;
import io.amanat.projection.writing.Writing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
        try (Connection connection = app.getConnection()) {
            Sql.update(
                    connection,
                    "insert into amanat_read.projection_segments (segment, segments, position)"
                            + " select n, ?, 0 from generate_series(0, ? - 1) n",
                    segments,
                    segments);
        }
    }

    /** Every segment up to {@code upTo}, or as far as it gets when the tables are replaced meanwhile. */
    void follow(long upTo) throws SQLException {
        List<Long> positions;
        try (Connection connection = app.getConnection()) {
            positions = FreshSchema.positions(connection, "amanat_read", "");
        }
        for (int segment = 0; segment < positions.size(); segment++) {
            follow(segment, positions.size(), upTo);
        }
    }

    void follow(int segment, int segments, long upTo) throws SQLException {
        try (Connection connection = app.getConnection()) {
            Long from = Sql.one(
                    connection,
                    "update amanat_read.projection_segments set owner = ?, claimed_until = now() + interval '5 s'"
                            + " where segment = ? returning position",
                    row -> row.getLong(1),
                    OWNER,
                    segment);
            connection.setAutoCommit(false);
            Intake intake =
                    new Intake(applier, SegmentPlace.owned("amanat_read", segment, OWNER, Duration.ofSeconds(5)), 2);
            while (from != null && from < upTo) {
                List<LogEntry> read = log.read(from, upTo, 500);
                List<LogEntry> mine = read.stream()
                        .filter(entry -> Sequence.segment(Sequence.of(entry), segments) == segment)
                        .toList();
                Step step = intake.take(connection, from, mine, read.getLast().position());
                if (step instanceof Step.Taken taken) {
                    from = taken.position();
                } else if (step instanceof Step.Waiting) {
                    connection.rollback();
                    follow((segment + 1) % segments, segments, read.getLast().position());
                }
            }
        } catch (PlaceLost replaced) {
            // another turn finds the new tables
        }
    }
}
