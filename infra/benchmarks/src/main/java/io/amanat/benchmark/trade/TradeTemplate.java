package io.amanat.benchmark.trade;

import io.amanat.benchmark.commands.PlainAxon;
import io.amanat.contract.MetadataKeys;
import io.amanat.platform.serialization.Serializers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The events of one trade as they stand in the log, with holes for its names.
 *
 * <p>They are real: a trade of this kind was sent through the aggregates once, and the platform's serializer wrote what they answered.
 */
final class TradeTemplate {

    /** No other number in an event looks like this. */
    private static final long SAMPLE = 7_777_777_777_001L;

    private static final Instant PAY_BY = Instant.parse("2030-01-01T00:00:00Z");
    private static final int SOME_PEOPLE = 4;
    private static final int EVENT_IDS = 10_000;
    private static final int CAUSES = 20_000;

    /** One event of it. */
    record Entry(
            String aggregateType,
            String payloadType,
            long sequence,
            Text aggregate,
            Text payload,
            Text metadata,
            Text actor,
            Text correlation,
            @Nullable Text idempotencyKey) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final List<Name> variables = new ArrayList<>();
    private final Set<String> keysSeen = new HashSet<>();

    /** What a trade has in the place of a variable. */
    private interface Name {
        String in(TradeIds ids);
    }

    TradeTemplate(TradeKind kind) {
        TradeIds sample = new TradeIds(SAMPLE, SOME_PEOPLE);
        List<Step> script = TradeScript.of(kind, sample, PAY_BY);
        nameAll(sample, script.size());
        InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
        try (PlainAxon axon = new PlainAxon(log, NoTransactionManager.instance())) {
            script.forEach(step -> axon.send(step.command(), step.origin()));
            Serializer serializer = Serializers.events();
            log.readEvents(null, false).forEach(event -> add((DomainEventMessage<?>) event, serializer));
        }
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** For {@link Text#with}. */
    String[] values(TradeIds ids) {
        return variables.stream().map(name -> name.in(ids)).toArray(String[]::new);
    }

    /** Of the {@code index}-th event of a trade. */
    static String eventId(TradeIds ids, int index) {
        return ids.uuid(EVENT_IDS + index).toString();
    }

    private void add(DomainEventMessage<?> event, Serializer serializer) {
        String cause = String.valueOf(event.getMetaData().get(MetadataKeys.CAUSATION_ID));
        if (!names.containsKey(cause)) {
            int number = CAUSES + entries.size();
            name(cause, ids -> ids.uuid(number).toString());
        }
        SerializedObject<String> payload = serializer.serialize(event.getPayload(), String.class);
        SerializedObject<String> metadata = serializer.serialize(event.getMetaData(), String.class);
        String actor = String.valueOf(event.getMetaData().get(MetadataKeys.ACTOR));
        Object key = event.getMetaData().get(MetadataKeys.IDEMPOTENCY_KEY);
        boolean first = key != null && keysSeen.add(key + event.getAggregateIdentifier());
        entries.add(new Entry(
                event.getType(),
                payload.getType().getName(),
                event.getSequenceNumber(),
                Text.of(event.getAggregateIdentifier(), names),
                Text.of(payload.getData(), names),
                Text.of(metadata.getData(), names),
                Text.of(actor, names),
                Text.of(String.valueOf(event.getMetaData().get(MetadataKeys.CORRELATION_ID)), names),
                first ? Text.of(actor + "/" + key, names) : null));
    }

    private void nameAll(TradeIds sample, int steps) {
        List<Name> all = new ArrayList<>(List.of(
                ids -> ids.buyer().toString(),
                ids -> ids.seller().toString(),
                ids -> ids.otherSeller().toString(),
                ids -> ids.request().toString(),
                ids -> ids.offer().toString(),
                ids -> ids.otherOffer().toString(),
                ids -> ids.payment().toString(),
                ids -> ids.destination().toString(),
                ids -> ids.dispute().toString(),
                ids -> ids.release().toString(),
                ids -> ids.refund().toString(),
                ids -> ids.evidence().toString(),
                ids -> ids.uuid(19).toString(),
                ids -> ids.depositAddress().value(),
                ids -> Long.toString(ids.number())));
        for (int i = 1; i <= 4; i++) {
            int hash = i;
            all.add(ids -> ids.hash(hash));
        }
        for (int i = 0; i < 2 * steps; i++) {
            int key = 100 + i;
            all.add(ids -> ids.uuid(key).toString());
        }
        all.forEach(name -> name(name.in(sample), name));
    }

    private void name(String text, Name name) {
        names.put(text, variables.size());
        variables.add(name);
    }
}
