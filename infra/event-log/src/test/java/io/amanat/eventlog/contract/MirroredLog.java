package io.amanat.eventlog.contract;

import io.amanat.eventlog.CopiedEvents;
import io.amanat.eventlog.GroupCommit;
import io.amanat.eventlog.GroupCommitSettings;
import io.amanat.eventlog.JoinedTransaction;
import io.amanat.eventlog.LogEventStore;
import io.amanat.eventlog.LogHead;
import io.amanat.eventlog.LogReader;
import io.amanat.eventlog.MirroredEventStore;
import io.amanat.eventlog.PostgresEventStorageEngine;
import io.amanat.testkit.TestDatabase;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The log as a copy, as the platform wires it. */
final class MirroredLog {

    private MirroredLog() {}

    static EventStore store(TestDatabase database, LogHead head) {
        return LogEventStore.builder()
                .storageEngine(PostgresEventStorageEngine.builder()
                        .reads(database.app())
                        .groupCommit(new GroupCommit(database.app(), GroupCommitSettings.defaults(), head))
                        .eventSerializer(Contract.JSON)
                        .snapshotSerializer(Contract.JSON)
                        .build())
                .head(head)
                .log(new LogReader(database.app()))
                .build();
    }

    static EventStore of(
            EventStore truth, EventStore copies, TestDatabase database, LogHead head, Duration copyTimeout) {
        return new MirroredEventStore(
                truth, copies, new CopiedEvents(database.app(), head), JoinedTransaction.NEVER, copyTimeout);
    }
}
