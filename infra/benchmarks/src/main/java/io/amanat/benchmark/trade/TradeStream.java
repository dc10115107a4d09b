package io.amanat.benchmark.trade;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/** Endless events of many trades at the same time, each trade in its own order; the same for the same seed. */
final class TradeStream {

    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(20);

    private final Map<TradeKind, TradeTemplate> templates = new EnumMap<>(TradeKind.class);
    private final LongFunction<TradeKind> kinds;
    private final int people;
    private final RandomGenerator random;
    private final List<Running> running = new ArrayList<>();
    private long trades;
    private Instant now;

    /**
     * {@code kinds} says by a trade's number how far it goes; {@code underWay} trades are told at the same time; {@code start} is
     * the first event's instant.
     */
    TradeStream(LongFunction<TradeKind> kinds, int underWay, int people, RandomGenerator random, Instant start) {
        this.kinds = kinds;
        this.people = people;
        this.random = random;
        this.now = start;
        for (TradeKind kind : TradeKind.values()) {
            templates.put(kind, new TradeTemplate(kind));
        }
        for (int i = 0; i < underWay; i++) {
            running.add(next());
        }
    }

    /** The next one, which is to stand at {@code position}. */
    LogRow event(long position) {
        int index = random.nextInt(running.size());
        Running trade = running.get(index);
        LogRow row = trade.event(position, now);
        now = now.plus(BETWEEN_EVENTS);
        if (trade.over()) {
            running.set(index, next());
        }
        return row;
    }

    private Running next() {
        TradeIds ids = new TradeIds(trades, people);
        TradeTemplate template = Objects.requireNonNull(templates.get(kinds.apply(trades)));
        trades++;
        return new Running(ids, template);
    }

    private static final class Running {

        private final TradeIds ids;
        private final List<TradeTemplate.Entry> entries;
        private final String[] values;
        private int told;

        Running(TradeIds ids, TradeTemplate template) {
            this.ids = ids;
            this.entries = template.entries();
            this.values = template.values(ids);
        }

        LogRow event(long position, Instant at) {
            TradeTemplate.Entry entry = entries.get(told);
            LogRow row = new LogRow(
                    position,
                    TradeTemplate.eventId(ids, told),
                    entry.aggregate().with(values),
                    entry.sequence(),
                    entry.aggregateType(),
                    entry.payloadType(),
                    utf8(entry.payload().with(values)),
                    utf8(entry.metadata().with(values)),
                    at,
                    entry.actor().with(values),
                    entry.correlation().with(values),
                    entry.idempotencyKey() == null
                            ? null
                            : entry.idempotencyKey().with(values));
            told++;
            return row;
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        boolean over() {
            return told == entries.size();
        }
    }
}
