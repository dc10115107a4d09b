package io.amanat.engine.job;

import io.amanat.contract.readtables.JobKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of one job, from wherever an earlier run left it to its end. Each step can be repeated: what is done is read from the schema
 * and not from memory.
 */
final class JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    private final Workshop workshop;
    private final JobTable table;
    private final Job job;
    private final String node;
    private final JobControl control;
    private final FreshSchema schema;
    private final Scaffold scaffold;
    private final Certifying certifying;
    private final Meter meter;

    JobRun(Workshop workshop, Job job, String node, JobControl control) {
        this.workshop = workshop;
        this.table = workshop.table();
        this.job = job;
        this.node = node;
        this.control = control;
        this.schema = new FreshSchema(workshop.owner(), job.schema());
        this.scaffold = new Scaffold(schema);
        this.certifying = new Certifying(workshop, job);
        this.meter = new Meter(table, job, node);
    }

    /** @throws SQLException when the database does not do its part: to be tried again later */
    void run() throws SQLException, InterruptedException {
        boolean begun = schema.prepare(ProjectionVersion.current(), false);
        Connection connection = control.watch(workshop.owner().getConnection());
        try (connection) {
            connection.setAutoCommit(false);
            resume(connection);
            JobState state = begun || job.state() == JobState.QUEUED ? JobState.FILLING : job.state();
            while (!state.finished()) {
                control.check();
                table.enter(job.id(), node, state);
                long beganNanos = System.nanoTime();
                JobState before = state;
                state = switch (state) {
                    case FILLING -> fill(connection);
                    case INDEXING -> index(connection);
                    case CATCHING_UP -> catchUp(connection);
                    case SWITCHING -> exchange(connection);
                    case COMPARING -> compare(connection);
                    case QUEUED, DONE, FAILED, CANCELLED -> state;
                };
                LOG.info("{}: {} took {} ms", job.id(), before.wire(), (System.nanoTime() - beganNanos) / 1_000_000);
            }
        } finally {
            control.forget(connection);
        }
    }

    private void resume(Connection connection) throws SQLException {
        long at = position(connection);
        Long before = Sql.one(
                connection,
                "select count(*) from amanat.domain_event_entry where global_index <= ?",
                row -> row.getLong(1),
                at);
        meter.resume(at, Objects.requireNonNull(before), schema.parked(connection));
        connection.commit();
    }

    private JobState fill(Connection connection) throws SQLException, InterruptedException {
        if (!schema.careful(connection)) {
            scaffold.takeDown(connection);
        }
        connection.commit();
        long target = job.kind() == JobKind.TIME_TRAVEL
                ? job.target()
                : workshop.log().head();
        if (job.kind() == JobKind.AUDIT_REPLAY) {
            target = Math.min(target, livePosition(connection));
        }
        meter.aim(target);
        filling().to(connection, target);
        meter.filled();
        meter.say();
        return JobState.INDEXING;
    }

    private JobState index(Connection connection) throws SQLException, InterruptedException {
        Sql.run(connection, "set maintenance_work_mem = '" + workshop.settings().indexMemoryMegabytes() + "MB'");
        for (Scaffold.Note note : scaffold.missing(connection)) {
            control.check();
            // a replay is read once, in the order of the primary keys; what refuses rows must be there all the same
            if (job.kind() != JobKind.AUDIT_REPLAY || !note.kind().equals("index")) {
                try {
                    scaffold.putBack(connection, note);
                } catch (SQLException e) {
                    connection.rollback();
                    if (String.valueOf(e.getSQLState()).startsWith("23")) {
                        return carefully(connection);
                    }
                    throw e;
                }
            }
        }
        if (LedgerCheck.overdraft(connection, schema.name()) != null) {
            return carefully(connection);
        }
        connection.commit();
        scaffold.analyze(connection);
        return JobState.CATCHING_UP;
    }

    /**
     * Some row breaks a rule that was off while filling, so some event must be set aside, and which one only the slow way tells: from
     * the beginning, with every rule in place.
     */
    private JobState carefully(Connection connection) throws SQLException {
        connection.rollback();
        FreshSchema.drop(workshop.owner(), schema.name());
        schema.prepare(ProjectionVersion.current(), true);
        meter.resume(0, 0, 0);
        return JobState.FILLING;
    }

    private JobState catchUp(Connection connection) throws SQLException, InterruptedException {
        return switch (job.kind()) {
            case TIME_TRAVEL -> show(connection);
            case AUDIT_REPLAY -> {
                catchUpWith(connection, livePosition(connection));
                yield JobState.COMPARING;
            }
            case REBUILD -> {
                Filling filling = filling();
                long head = workshop.log().head();
                while (head - position(connection) > workshop.settings().switchEventsMax() / 2) {
                    meter.aim(head);
                    filling.to(connection, head);
                    head = workshop.log().head();
                }
                connection.commit();
                meter.say();
                yield JobState.SWITCHING;
            }
        };
    }

    private JobState show(Connection connection) throws SQLException {
        Sql.run(connection, "drop table " + schema.notes());
        String certificate = certifying.of(connection, schema.name(), meter.now(), null, null);
        meter.say();
        // the notes go when the job is done, and not before: a run that stops in between finds them
        table.done(job.id(), node, certificate);
        connection.commit();
        return JobState.DONE;
    }

    private JobState exchange(Connection connection) throws SQLException, InterruptedException {
        String old = Job.schemaName("old", job.id());
        Switch change = new Switch(workshop, schema, old, job.id(), node);
        Connection filler = control.watch(workshop.owner().getConnection());
        try (filler) {
            filler.setAutoCommit(false);
            for (int attempt = 0; attempt < workshop.settings().switchAttemptsMax(); attempt++) {
                control.check();
                meter.quiet(true);
                Switch.Outcome outcome = change.attempt(
                        connection, filler, filling(), (position, since) -> rebuilt(connection, position, since));
                meter.quiet(false);
                switch (outcome) {
                    case DONE -> {
                        return JobState.DONE;
                    }
                    case BEHIND -> {
                        return JobState.CATCHING_UP;
                    }
                    case BUSY -> control.pause(workshop.settings().heartbeat());
                }
            }
        } finally {
            control.forget(filler);
        }
        throw new JobFailed("The live projections did not pause for the switch, "
                + workshop.settings().switchAttemptsMax() + " times.");
    }

    private String rebuilt(Connection connection, long position, long sinceNanos) throws SQLException {
        Progress now = meter.now();
        long millis = (System.nanoTime() - sinceNanos) / 1_000_000;
        return certifying.of(
                connection,
                workshop.liveSchema(),
                new Progress(position, position, now.events(), now.parked(), now.eventsPerSecond()),
                millis,
                null);
    }

    private JobState compare(Connection connection) throws SQLException, InterruptedException {
        Connection live = control.watch(workshop.owner().getConnection());
        try (live) {
            live.setAutoCommit(false);
            live.setReadOnly(true);
            live.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            // rows and positions commit together: in one snapshot the tables are what the events up to these positions
            // give
            List<Long> positions = FreshSchema.positions(live, workshop.liveSchema(), "");
            split(connection, positions.size());
            filling().to(connection, positions);
            long last = positions.stream().mapToLong(Long::longValue).max().orElseThrow();
            var comparison = new Comparing(workshop.settings(), control)
                    .compare(live, workshop.liveSchema(), connection, schema.name());
            Progress now = meter.now();
            String certificate = certifying.of(
                    connection,
                    schema.name(),
                    new Progress(last, last, now.events(), now.parked(), now.eventsPerSecond()),
                    null,
                    comparison);
            connection.commit();
            live.rollback();
            meter.aim(last);
            meter.reached(last);
            meter.say();
            table.done(job.id(), node, certificate);
            if (comparison.clean()) {
                FreshSchema.drop(workshop.owner(), schema.name());
                table.discarded(job.id());
            }
            return JobState.DONE;
        } finally {
            control.forget(live);
        }
    }

    /** From one segment to as many as the live tables have, so that each can be filled up to where its live one is. */
    private void split(Connection connection, int segments) throws SQLException {
        int before = FreshSchema.positions(connection, schema.name(), "").size();
        if (before == 1 && segments != 1) {
            schema.segments(connection, segments, position(connection));
        } else if (before != segments) {
            throw new JobFailed("The number of live segments has changed; ask for the replay again.");
        }
        connection.commit();
    }

    /** Up to where every live segment is. */
    private long livePosition(Connection connection) throws SQLException {
        List<Long> positions = FreshSchema.positions(connection, workshop.liveSchema(), "");
        connection.commit();
        return positions.stream()
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow(() ->
                        new IllegalStateException("The live tables say no position; are the projections running?"));
    }

    private void catchUpWith(Connection connection, long target) throws SQLException, InterruptedException {
        if (position(connection) < target) {
            meter.aim(target);
            filling().to(connection, target);
        }
        connection.commit();
        meter.say();
    }

    private long position(Connection connection) throws SQLException {
        return FreshSchema.positions(connection, schema.name(), "").stream()
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
    }

    private Filling filling() {
        return new Filling(workshop, schema.name(), control, meter);
    }
}
