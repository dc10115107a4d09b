package io.amanat.eventlog;

import io.amanat.testkit.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** One application process, as far as the log is concerned. Several of them share a database. */
final class Node implements AutoCloseable {

    static final Serializer JSON = Jackson3Serializer.builder().build();
    private static final Duration NEVER_IN_A_TEST = Duration.ofMinutes(10);

    record Happened(String what) {}

    final LogHead head = new LogHead();
    static final ThreadLocal<Connection> TRANSACTION = new ThreadLocal<>();

    final LogReader reader;
    final GroupCommit groupCommit;
    final LogListener listener;
    final PostgresEventStorageEngine engine;
    final LogEventStore store;

    Node(TestDatabase database) {
        this(database.app(), database.app(), GroupCommitSettings.defaults());
    }

    Node(DataSource writes, DataSource reads, GroupCommitSettings settings) {
        reader = new LogReader(reads);
        groupCommit = new GroupCommit(writes, settings, head);
        listener = new LogListener(reads, head, NEVER_IN_A_TEST);
        engine = PostgresEventStorageEngine.builder()
                .reads(reads)
                .groupCommit(groupCommit)
                .joinedTransaction(TRANSACTION::get)
                .eventSerializer(JSON)
                .snapshotSerializer(JSON)
                .build();
        store = LogEventStore.builder()
                .storageEngine(engine)
                .head(head)
                .log(reader)
                .joinedTransaction(TRANSACTION::get)
                .build();
    }

    static DomainEventMessage<Happened> event(String aggregate, long sequence) {
        return new GenericDomainEventMessage<>("Thing", aggregate, sequence, new Happened("it"));
    }

    static DomainEventMessage<?> event(String aggregate, long sequence, String idempotencyKey) {
        return event(aggregate, sequence)
                .withMetaData(MetaData.with("actor", "user:1").and("idempotencyKey", idempotencyKey));
    }

    /** As they are in the table, whole. */
    List<LogEntry> all() {
        return reader.read(0, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    static List<String> ids(List<? extends TrackedEventMessage<?>> messages) {
        return messages.stream().map(TrackedEventMessage::getIdentifier).toList();
    }

    @Override
    public void close() {
        listener.close();
        groupCommit.close();
    }
}
