package io.amanat.projection.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.Event;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.DestinationEvent;
import io.amanat.contract.disputes.DisputeEvent;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.identity.UserEvent;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.projection.Projections;
import io.amanat.projection.RowChange;
import io.amanat.projection.story.Branches;
import io.amanat.projection.story.ReadModel;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the events are cut into batches, the tables are the same. */
@ExtendWith(PostgresExtension.class)
class BatchesTest {
    private static final List<Class<? extends Event>> SHOWN = List.of(
            UserEvent.class,
            PurchaseRequestEvent.class,
            PaymentEvent.class,
            DisputeEvent.class,
            DestinationEvent.class,
            CustodyTransferEvent.class);

    private final Projections projections = new Projections();
    private final ReadModel live;
    private final ReadModel fresh;

    BatchesTest(TestDatabase database) {
        live = new ReadModel(database, "amanat_read", Writing.IDEMPOTENT);
        fresh = new ReadModel(database, "amanat_read", Writing.FRESH);
    }

    @AfterEach
    void disconnect() {
        live.close();
        fresh.close();
    }

    @Test
    void givenTheStories_thenTheyTellEveryEventThatIsShown() {
        Set<Class<?>> told = Branches.all(1).stream()
                .flatMap(story -> story.events().stream())
                .map(stored -> stored.event().getClass())
                .collect(Collectors.toSet());

        assertThat(told).containsAll(SHOWN.stream().flatMap(BatchesTest::kinds).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void givenAnyCutIntoBatches_whenWritten_thenTheTablesAreThoseOfEventByEvent(long seed) {
        Random random = new Random(seed);
        List<StoredEvent> log = interleaved(random);
        Map<String, List<String>> expected = live.undone(() -> {
            log.forEach(live::apply);
            return live.everything();
        });
        assertThat(expected.get("purchase_request_preferred_sellers")).isNotEmpty();
        int longest = 1 << random.nextInt(1, 9);
        List<List<RowChange>> batches = cut(log, longest, random);

        assertThat(fresh.undone(() -> written(fresh, batches))).as("fresh").isEqualTo(expected);
        assertThat(live.undone(() -> written(live, batches))).as("live").isEqualTo(expected);
        assertThat(live.undone(() -> {
                    written(live, batches);
                    return written(live, cut(log.subList(log.size() / 2, log.size()), longest, random));
                }))
                .as("live, the second half again")
                .isEqualTo(expected);
    }

    @Test
    void givenEveryChange_whenEachIsWrittenAlone_thenAsInOneBatch() {
        List<RowChange> changes = interleaved(new Random(7)).stream()
                .flatMap(event -> projections.changes(event).stream())
                .toList();
        Map<String, List<String>> expected = live.undone(() -> {
            changes.forEach(change -> live.write(List.of(change)));
            return live.everything();
        });

        assertThat(live.undone(() -> written(live, List.of(changes)))).isEqualTo(expected);
    }

    private static Map<String, List<String>> written(ReadModel read, List<List<RowChange>> batches) {
        batches.forEach(read::write);
        return read.everything();
    }

    /** Every story in its own order, all of them mixed. */
    private static List<StoredEvent> interleaved(Random random) {
        List<Queue<StoredEvent>> open = new ArrayList<>();
        Stream.of(10L, 20L)
                .flatMap(number -> Branches.all(number).stream())
                .forEach(story -> open.add(new ArrayDeque<>(story.events())));
        List<StoredEvent> log = new ArrayList<>();
        while (!open.isEmpty()) {
            Queue<StoredEvent> next = open.get(random.nextInt(open.size()));
            log.add(next.remove());
            open.removeIf(Queue::isEmpty);
        }
        return log;
    }

    private List<List<RowChange>> cut(List<StoredEvent> log, int longest, Random random) {
        List<List<RowChange>> batches = new ArrayList<>();
        for (int from = 0; from < log.size(); ) {
            int to = Math.min(log.size(), from + random.nextInt(1, longest + 1));
            batches.add(log.subList(from, to).stream()
                    .flatMap(event -> projections.changes(event).stream())
                    .toList());
            from = to;
        }
        return batches;
    }

    private static Stream<Class<?>> kinds(Class<?> event) {
        return event.isSealed()
                ? Stream.of(event.getPermittedSubclasses()).flatMap(BatchesTest::kinds)
                : Stream.of(event);
    }
}
