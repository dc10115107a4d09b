package io.amanat.eventlog;

import static io.amanat.eventlog.Node.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amanat.eventlog.Wire.Cut;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that is lost in the middle of a commit: what the callers are told is what the table has. */
@ExtendWith(PostgresExtension.class)
class LostConnectionTest {

    private final TestDatabase database;
    private final String aggregate = UUID.randomUUID().toString();

    LostConnectionTest(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @EnumSource(
            value = Cut.class,
            names = {"BEFORE_THE_REQUEST", "BEFORE_THE_REPLY"})
    void givenTheWireIsCutWithinACommit_whenItIsBack_thenEachEventIsStoredOnce(Cut cut) throws Exception {
        try (Wire wire = new Wire(database.app());
                Node node = new Node(wire.source(), database.app(), GroupCommitSettings.defaults())) {
            node.engine.appendEvents(event(UUID.randomUUID().toString(), 0));
            wire.cutAt(aggregate, cut);

            node.engine.appendEvents(event(aggregate, 0), event(aggregate, 1));

            assertThat(wire.wasCut()).isTrue();
            assertThat(node.engine.lastSequenceNumberFor(aggregate)).contains(1L);
            node.engine.appendEvents(event(aggregate, 2));
            thereAreNoGaps(node);
        }
    }

    /** The old session still waits for the lock with the same events when the new one has it: it must not get them in as well. */
    @Test
    void givenAZombieStatement_whenItGetsTheLockLast_thenItLeavesNothing() throws Exception {
        try (Wire wire = new Wire(database.app());
                Node node = new Node(wire.source(), database.app(), GroupCommitSettings.defaults());
                Connection holder = database.app().getConnection()) {
            node.engine.appendEvents(event(UUID.randomUUID().toString(), 0));
            holder.setAutoCommit(false);
            try (Statement statement = holder.createStatement()) {
                statement.execute("select from event_log_head for update");
            }
            CompletableFuture<Void> append =
                    CompletableFuture.runAsync(() -> node.engine.appendEvents(event(aggregate, 0)));
            await().until(() -> waiting() == 1);
            wire.cutAll();
            await().atMost(Duration.ofSeconds(4)).until(() -> waiting() == 2); // the zombie and the one that asks
            holder.rollback();

            assertThat(append).succeedsWithin(Duration.ofSeconds(10));
            await().until(() -> waiting() == 0);
            node.engine.appendEvents(event(aggregate, 1));
            thereAreNoGaps(node);
        }
    }

    @Test
    void givenAConflictInTheLostBatch_whenTheTableIsAsked_thenItIsStillAConflict() throws Exception {
        try (Wire wire = new Wire(database.app());
                Node node = new Node(wire.source(), database.app(), GroupCommitSettings.defaults())) {
            node.engine.appendEvents(event(aggregate, 0));
            wire.cutAt(aggregate, Cut.BEFORE_THE_REPLY);
            assertThatThrownBy(() -> node.engine.appendEvents(event(aggregate, 0)))
                    .isInstanceOf(AggregateStreamCreationException.class);
            assertThat(wire.wasCut()).isTrue();
            thereAreNoGaps(node);
        }
    }

    @Test
    void givenTheDatabaseStaysAway_whenTheTimeIsUp_thenTheOutcomeIsUnknownOrNothingWasSent() throws Exception {
        GroupCommitSettings impatient =
                new GroupCommitSettings(100, 100, 1 << 20, 1 << 20, Duration.ofMillis(100), Duration.ofSeconds(1));
        try (Wire wire = new Wire(database.app());
                Node node = new Node(wire.source(), database.app(), impatient)) {
            node.engine.appendEvents(event(UUID.randomUUID().toString(), 0));
            wire.cutAt(aggregate, Cut.BEFORE_THE_REPLY);
            wire.refuse(true);
            assertThatThrownBy(() -> node.engine.appendEvents(event(aggregate, 0)))
                    .isInstanceOf(AppendOutcomeUnknown.class);
            assertThatThrownBy(() ->
                            node.engine.appendEvents(event(UUID.randomUUID().toString(), 0)))
                    .isInstanceOf(AppendFailed.class);

            wire.refuse(false);
            node.engine.appendEvents(event(UUID.randomUUID().toString(), 0));
            assertThat(node.engine.lastSequenceNumberFor(aggregate))
                    .contains(0L); // unknown to the caller, but it was stored
            thereAreNoGaps(node);
        }
    }

    private long waiting() {
        return database.jdbc()
                .sql("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type"
                        + " = 'Lock'")
                .query(Long.class)
                .single();
    }

    private static void thereAreNoGaps(Node node) {
        assertThat(node.all())
                .extracting(LogEntry::position)
                .isEqualTo(LongStream.rangeClosed(1, node.reader.head()).boxed().toList());
    }
}
