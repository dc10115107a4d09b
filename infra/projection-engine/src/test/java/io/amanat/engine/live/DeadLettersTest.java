package io.amanat.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.identity.UserEvent.UserSuspended;
import io.amanat.contract.projections.DeadLetter;
import io.amanat.contract.projections.DeadLetterRule;
import io.amanat.projection.Projection;
import io.amanat.projection.Projections;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Trades;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Events that cannot be taken: set aside with all of their trade that follows, and nobody else's. */
class DeadLettersTest {
    private static final String POISON = "purchase-request.created.v1";
    private static final List<RowChange> NO_ROWS = List.of();

    private final Scene scene = new Scene();
    private final Story poisoned = Trades.completed(1);
    private final Story healthy = Trades.compensated(2);
    private volatile boolean mended;

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void givenAProjectionThatThrows_thenItsTradeIsSetAsideAndTheOthersGoOn() {
        Node node = run(() -> {
            throw new IllegalStateException("the projection stumbles");
        });

        assertThat(node.parked().getFirst().cause()).contains("IllegalStateException: the projection stumbles");
        assertSetAsideAndMended(node);
    }

    @Test
    void givenAProjectionThatOverflowsTheStack_thenItsTradeIsSetAsideAndTheOthersGoOn() {
        Node node = run(this::endless);

        assertThat(node.parked().getFirst().cause()).contains("StackOverflowError");
        assertSetAsideAndMended(node);
    }

    @Test
    void givenAProjectionThatFailsAnAssertion_thenItsTradeIsSetAsideAndTheOthersGoOn() {
        Node node = run(() -> {
            throw new AssertionError("never");
        });

        assertThat(node.parked().getFirst().cause()).contains("AssertionError: never");
        assertSetAsideAndMended(node);
    }

    @Test
    void givenARowThatATableRefuses_thenItsTradeIsSetAsideAndTheOthersGoOn() {
        Node node = run(() -> List.of(new RowChange.Insert(
                "users", Row.of("id", poisoned.id(99)).and("version", -7L).and("position", 1L))));

        assertThat(node.parked().getFirst().cause()).contains("PSQLException 23");
        assertSetAsideAndMended(node);
    }

    @Test
    void givenAnEventOfAnUnknownTypeAndOneThatNobodyCanRead_thenTheirSequencesAreSetAsideAndTheOthersGoOn() {
        Node node = scene.node(new Projections(), Scene.settings(1)).start();
        long unknown = scene.append("parcel.teleported.v1", "parcel-1", "trade-1", "{}", 0);
        long unreadable = scene.append("payment.expired.v1", "payment-1", "trade-2", "{\"paymentId\":\"no id\"}", 0);
        long follower = scene.append("payment.expired.v1", "payment-2", "trade-2", "{}", 0);
        scene.awaitProjected(scene.append(healthy));

        assertThat(node.parked())
                .extracting(DeadLetter::position, DeadLetter::sequence, DeadLetter::attempts)
                .containsExactly(
                        tuple(unknown, "trade-1", 3), tuple(unreadable, "trade-2", 3), tuple(follower, "trade-2", 0));
        assertThat(node.parked()).extracting(DeadLetter::cause).last().isNull();
        assertThat(node.parked().getFirst().cause()).contains("parcel.teleported.v1");
        assertThat(node.parked().get(1).cause()).contains("UnreadableEvent");
        assertThat(scene.tables()).isEqualTo(scene.folded(unknown, unreadable, follower));
        assertStillFails(node, "trade-2");
    }

    @Test
    void givenAFailureThatPasses_whenTheEventIsTriedAgain_thenNothingIsSetAside() {
        AtomicInteger failures = new AtomicInteger();
        Node node = start(() -> {
            if (failures.incrementAndGet() <= 2) {
                throw new IllegalStateException("not yet");
            }
            return new Projections().changes(created());
        });
        scene.append(poisoned);
        scene.awaitProjected(scene.append(healthy));

        assertThat(node.parked()).isEmpty();
        assertThat(failures).hasValue(3);
    }

    @Test
    void givenAnAccountWhoseRegistrationIsSetAside_thenItsLaterEventsWaitWhateverRequestTheyCameWith() {
        Story people = new Story(3).people();
        StoredEvent registered = people.events().getFirst();
        Node node = scene.node(
                        event -> {
                            if (!mended && event.event().equals(registered.event())) {
                                throw new IllegalStateException("the projection stumbles");
                            }
                            return new Projections().changes(event);
                        },
                        Scene.settings(1))
                .start();
        String account = registered.aggregateId();
        scene.append(registered.type(), account, "request-1", Scene.json(registered.event()), 0);
        String suspension =
                Scene.json(new UserSuspended(people.buyer, people.sealed(people.guard, "reason"), people.guard));
        scene.awaitProjected(scene.append("user.suspended.v1", account, "request-2", suspension, 1));

        assertThat(node.parked()).extracting(DeadLetter::sequence).containsExactly(account, account);
        mended = true;
        assertThat(node.letters.retry(account)).isEqualTo(2);
        assertThat(scene.tables()).isEqualTo(scene.folded());
    }

    @Test
    void givenNothingThatIsSetAside_whenItIsRetried_thenThereIsNoSuchDeadLetter() {
        Node node = scene.node(new Projections(), Scene.settings(1)).start();

        assertThatThrownBy(() -> node.letters.retry("nobody"))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(DeadLetterRule.NO_SUCH_DEAD_LETTER));
    }

    /** Two trades, of which one's first event fails until it is mended. */
    private Node run(Supplier<List<RowChange>> failing) {
        Node node = start(failing);
        scene.append(poisoned);
        scene.awaitProjected(scene.append(healthy));
        return node;
    }

    private Node start(Supplier<List<RowChange>> failing) {
        Projection projection = event -> !mended && isPoison(event) ? failing.get() : new Projections().changes(event);
        return scene.node(projection, Scene.settings(1)).start();
    }

    private boolean isPoison(StoredEvent event) {
        return event.type().equals(POISON) && event.aggregateId().equals(poisoned.request.toString());
    }

    private StoredEvent created() {
        return poisoned.events().stream().filter(this::isPoison).findFirst().orElseThrow();
    }

    private List<RowChange> endless() {
        return mended ? NO_ROWS : endless();
    }

    private void assertSetAsideAndMended(Node node) {
        String trade = poisoned.request.toString();
        List<DeadLetter> parked = node.parked();
        assertThat(parked).extracting(DeadLetter::sequence).containsOnly(trade);
        assertThat(parked).extracting(DeadLetter::position).isSorted();
        assertThat(parked.getFirst().eventType()).isEqualTo(POISON);
        assertThat(parked.getFirst().attempts()).isEqualTo(3);
        assertThat(parked.subList(1, parked.size())).allSatisfy(follower -> {
            assertThat(follower.cause()).isNull();
            assertThat(follower.attempts()).isZero();
        });
        assertThat(scene.tables())
                .isEqualTo(
                        scene.folded(parked.stream().map(DeadLetter::position).toArray(Long[]::new)));
        DeadLetterTable table = new DeadLetterTable(scene.jdbc);
        assertThat(new DeadLettersHealth(table).health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(node.counted("amanat.projection.parked")).isEqualTo(parked.size());

        assertStillFails(node, trade);

        mended = true;
        assertThat(node.letters.retry(trade)).isEqualTo(parked.size());
        assertThat(scene.tables()).isEqualTo(scene.folded());
        assertThat(node.parked()).isEmpty();
        assertThat(new DeadLettersHealth(table).health().getStatus()).isEqualTo(Status.UP);
    }

    private void assertStillFails(Node node, String sequence) {
        List<DeadLetter> before = node.letters.list(sequence, 0, 100);
        assertThatThrownBy(() -> node.letters.retry(sequence))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(DeadLetterRule.DEAD_LETTER_STILL_FAILS));
        List<DeadLetter> after = node.letters.list(sequence, 0, 100);
        assertThat(after.getFirst().attempts()).isEqualTo(before.getFirst().attempts() + 1);
        assertThat(after.subList(1, after.size())).isEqualTo(before.subList(1, before.size()));
    }
}
