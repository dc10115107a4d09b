package io.amanat.benchmark.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.Event;
import io.amanat.platform.serialization.Serializers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the generator writes is what the aggregates would have recorded. */
class TradeTemplateTest {
    private static final int PEOPLE = 31;
    private final Serializer serializer = Serializers.events();

    @ParameterizedTest
    @EnumSource
    void givenTrade_whenWritten_thenEveryEventIsReadAndKnowsOnlyItsOwnTrade(TradeKind kind) {
        List<LogRow> rows = new ArrayList<>();
        TradeStream stream = stream(kind, 1);
        int length = new TradeTemplate(kind).entries().size();
        LongStream.rangeClosed(1, 2L * length).mapToObj(stream::event).forEach(rows::add);

        List<LogRow> first = rows.subList(0, length);
        List<LogRow> second = rows.subList(length, 2 * length);
        assertThat(first).allSatisfy(this::isWhole);
        assertThat(words(first)).doesNotContainAnyElementsOf(own(1));
        assertThat(words(second)).doesNotContainAnyElementsOf(own(0)).containsAnyElementsOf(own(1));
        assertThat(words(rows)).noneMatch(word -> word.contains("7777777777001"));
    }

    @Test
    void givenManyTradesAtOnce_whenWritten_thenEachAggregateInItsOrderAndNoIdTwice() {
        TradeStream stream = stream(TradeKind.COMPLETED, 10);
        Map<String, Long> sequences = new HashMap<>();
        Set<String> ids = new HashSet<>();

        LongStream.rangeClosed(1, 2_000).mapToObj(stream::event).forEach(row -> {
            assertThat(row.sequence()).isEqualTo(sequences.merge(row.aggregateId(), 0L, (last, _) -> last + 1));
            assertThat(ids.add(row.eventId())).isTrue();
        });
        assertThat(sequences).hasSizeGreaterThan(100);
    }

    @Test
    void givenSeed_whenWrittenTwice_thenTheSame() {
        TradeStream one = stream(TradeKind.REFUNDED, 5);
        TradeStream two = stream(TradeKind.REFUNDED, 5);

        LongStream.rangeClosed(1, 200)
                .forEach(position -> assertThat(one.event(position))
                        .usingRecursiveComparison()
                        .isEqualTo(two.event(position)));
    }

    /** As many as docs/benchmarks.md says. */
    @Test
    void givenCompletedTrade_whenScripted_thenTwentyFiveCommands() {
        assertThat(TradeScript.of(TradeKind.COMPLETED, new TradeIds(1, PEOPLE), Instant.EPOCH))
                .hasSize(25);
    }

    @Test
    void givenTooFewPeople_thenNoTrade() {
        assertThatThrownBy(() -> new TradeIds(1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private void isWhole(LogRow row) {
        Object event = serializer.deserialize(
                new SimpleSerializedObject<>(row.payload(), byte[].class, row.payloadType(), null));
        assertThat(event)
                .isInstanceOfSatisfying(
                        Event.class,
                        known -> assertThat(known.subject().toString()).isEqualTo(row.aggregateId()));
        MetaData metadata = serializer.deserialize(
                new SimpleSerializedObject<>(row.metadata(), byte[].class, MetaData.class.getName(), null));
        assertThat(metadata).containsKeys("actor", "actorRole", "correlationId", "causationId");
    }

    /** What only this trade may speak of. */
    private static List<String> own(long number) {
        TradeIds ids = new TradeIds(number, PEOPLE);
        return List.of(
                ids.request().toString(),
                ids.payment().toString(),
                ids.offer().toString(),
                ids.hash(3),
                ids.depositAddress().value());
    }

    private static Set<String> words(List<LogRow> rows) {
        Set<String> words = new HashSet<>();
        rows.forEach(row -> words.addAll(List.of((row.aggregateId()
                        + ' '
                        + new String(row.payload(), StandardCharsets.UTF_8)
                        + ' '
                        + new String(row.metadata(), StandardCharsets.UTF_8))
                .split("[^0-9a-zA-Z_-]+", -1))));
        return words;
    }

    private static TradeStream stream(TradeKind kind, int underWay) {
        return new TradeStream(_ -> kind, underWay, PEOPLE, new SplittableRandom(1), Instant.EPOCH);
    }
}
