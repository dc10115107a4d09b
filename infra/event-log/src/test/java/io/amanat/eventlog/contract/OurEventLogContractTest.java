package io.amanat.eventlog.contract;

import io.amanat.eventlog.GroupCommit;
import io.amanat.eventlog.GroupCommitSettings;
import io.amanat.eventlog.LogEventStore;
import io.amanat.eventlog.LogHead;
import io.amanat.eventlog.LogReader;
import io.amanat.eventlog.PostgresEventStorageEngine;
import io.amanat.eventlog.contract.Contract.Promise;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class OurEventLogContractTest extends EventStorageContract {

    private final GroupCommit groupCommit;
    private final LogEventStore store;

    OurEventLogContractTest(TestDatabase database) {
        LogHead head = new LogHead();
        groupCommit = new GroupCommit(database.app(), GroupCommitSettings.defaults(), head);
        store = LogEventStore.builder()
                .storageEngine(PostgresEventStorageEngine.builder()
                        .reads(database.app())
                        .groupCommit(groupCommit)
                        .eventSerializer(Contract.JSON)
                        .snapshotSerializer(Contract.JSON)
                        .build())
                .head(head)
                .log(new LogReader(database.app()))
                .shortHistoryEvents(1) // so that a snapshot counts from the second event on
                .build();
    }

    @AfterEach
    void close() {
        groupCommit.close();
    }

    @Override
    EventStore store() {
        return store;
    }

    @Override
    Set<Promise> promises() {
        return EnumSet.allOf(Promise.class);
    }
}
