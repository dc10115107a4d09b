package io.amanat.eventlog;

import static io.amanat.eventlog.Node.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An append in conflict fails alone, with the exception that says why, and leaves no gap. */
@ExtendWith(PostgresExtension.class)
class ConflictTest {

    private final TestDatabase database;
    private final Node node;
    private final String stored = UUID.randomUUID().toString();

    ConflictTest(TestDatabase database) {
        this.database = database;
        this.node = new Node(database);
    }

    @AfterEach
    void close() {
        assertThat(node.all()).extracting(LogEntry::position).isEqualTo(positions());
        node.close();
    }

    @Test
    void givenABatchWithConflicts_whenItIsStored_thenOnlyTheGuiltyFail() throws Exception {
        DomainEventMessage<?> first = event(stored, 0, "first");
        node.engine.appendEvents(first, event(stored, 1));
        String fresh = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        String third = UUID.randomUUID().toString();
        try (HeldHead held = new HeldHead(database, node)) {
            CompletableFuture<Void> good = held.append(event(fresh, 0), event(fresh, 1));
            CompletableFuture<Void> samePlace =
                    held.append(event(UUID.randomUUID().toString(), 0), event(stored, 1));
            CompletableFuture<Void> sameBirth = held.append(event(stored, 0));
            CompletableFuture<Void> sameId = held.append(new GenericDomainEventMessage<>(
                    "Thing",
                    third,
                    5,
                    new Node.Happened("it"),
                    MetaData.emptyInstance(),
                    first.getIdentifier(),
                    Instant.now()));
            CompletableFuture<Void> sameKey = held.append(event(stored, 2, "first"));
            CompletableFuture<Void> winner = held.append(event(other, 0, "k"));
            CompletableFuture<Void> loser = held.append(event(other, 0));
            CompletableFuture<Void> repeat = held.append(event(other, 1, "k"));
            CompletableFuture<Void> last = held.append(event(stored, 2));
            held.release();

            assertThat(good).succeedsWithin(Duration.ofSeconds(10));
            assertThat(winner).succeedsWithin(Duration.ofSeconds(10));
            assertThat(last).succeedsWithin(Duration.ofSeconds(10));
            assertThat(failure(samePlace)).isInstanceOf(ConcurrencyException.class);
            assertThat(failure(sameBirth)).isInstanceOf(AggregateStreamCreationException.class);
            assertThat(failure(sameId)).isInstanceOf(ConcurrencyException.class);
            assertThat(failure(loser)).isInstanceOf(AggregateStreamCreationException.class);
            assertThat(failure(sameKey))
                    .isInstanceOfSatisfying(
                            DuplicateCommand.class, e -> assertThat(e.eventId()).isEqualTo(first.getIdentifier()));
            LogEntry won = node.all().stream()
                    .filter(entry -> entry.aggregateId().equals(other))
                    .findFirst()
                    .orElseThrow();
            assertThat(failure(repeat)).isInstanceOfSatisfying(DuplicateCommand.class, e -> {
                assertThat(e.position()).isEqualTo(won.position());
                assertThat(e.eventId()).isEqualTo(won.eventId());
            });
        }
        assertThat(node.engine.readEvents(stored).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void givenTwoWhoWantTheSame_whenTheFirstFails_thenTheSecondIsStored() throws Exception {
        node.engine.appendEvents(event(stored, 0));
        String wanted = UUID.randomUUID().toString();
        try (HeldHead held = new HeldHead(database, node)) {
            CompletableFuture<Void> first = held.append(event(wanted, 0), event(stored, 0));
            CompletableFuture<Void> second = held.append(event(wanted, 0));
            held.release();
            assertThat(failure(first)).isInstanceOf(AggregateStreamCreationException.class);
            assertThat(second).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void givenAPayloadThatIsNoJson_whenItIsInABatch_thenItFailsAlone() throws Exception {
        PreparedEvent broken = prepared(stored, "{no json");
        try (HeldHead held = new HeldHead(database, node)) {
            CompletableFuture<Void> before = held.append(event(UUID.randomUUID().toString(), 0));
            CompletableFuture<Void> bad = held.append(broken);
            CompletableFuture<Void> after = held.append(event(UUID.randomUUID().toString(), 0));
            held.release();
            assertThat(before).succeedsWithin(Duration.ofSeconds(10));
            assertThat(after).succeedsWithin(Duration.ofSeconds(10));
            assertThat(failure(bad))
                    .isInstanceOf(AppendFailed.class)
                    .cause()
                    .hasMessageContaining("domain_event_entry_payload_is_json");
        }
        assertThat(node.engine.lastSequenceNumberFor(stored)).isEmpty();
    }

    @Test
    void givenAnAppendThatContradictsItself_whenItIsStored_thenItFails() {
        assertThatThrownBy(() -> node.engine.appendEvents(event(stored, 1), event(stored, 1)))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void givenAKey_whenTheCommandIsRepeated_thenItsFirstAnswerIsFound() {
        DomainEventMessage<?> first = event(stored, 0, "key");
        node.engine.appendEvents(first, event(stored, 1, "key"));

        DuplicateCommand repeat = catchThrowableOfType(
                DuplicateCommand.class,
                () -> node.engine.appendEvents(event(stored, 0, "key"), event(stored, 1, "key")));

        LogEntry answer =
                new FirstAnswers(database.app()).find(stored, "user:1", "key").orElseThrow();
        assertThat(answer.eventId()).isEqualTo(first.getIdentifier()).isEqualTo(repeat.eventId());
        assertThat(answer.position()).isEqualTo(repeat.position());
        assertThat(new FirstAnswers(database.app()).find(stored, "user:2", "key"))
                .isEmpty();
        node.engine.appendEvents(event(UUID.randomUUID().toString(), 0, "key"));
    }

    @Test
    void givenAJoinedTransaction_whenItsAppendIsInConflict_thenItSaysSo() throws Exception {
        node.engine.appendEvents(event(stored, 0, "key"), event(stored, 1));
        assertThatThrownBy(() -> joined(event(stored, 1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> joined(event(stored, 0))).isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> joined(event(stored, 2, "key"))).isInstanceOf(DuplicateCommand.class);
        node.engine.appendEvents(event(stored, 2));
    }

    private void joined(DomainEventMessage<?> event) throws Exception {
        try (Connection connection = database.app().getConnection()) {
            connection.setAutoCommit(false);
            Node.TRANSACTION.set(connection);
            node.engine.appendEvents(event);
        } finally {
            Node.TRANSACTION.remove();
        }
    }

    private List<Long> positions() {
        return LongStream.rangeClosed(1, node.reader.head()).boxed().toList();
    }

    static PreparedEvent prepared(String aggregate, String payload) {
        return new PreparedEvent(
                UUID.randomUUID().toString(),
                "Thing",
                aggregate,
                0,
                "thing.happened.v1",
                null,
                payload.getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8),
                "2026-01-02T03:04:05.678Z",
                null,
                null,
                null);
    }

    private static Throwable failure(CompletableFuture<?> outcome) {
        return catchThrowableOfType(ExecutionException.class, () -> outcome.get(10, TimeUnit.SECONDS))
                .getCause();
    }
}
