package io.amanat.eventlog;

import io.amanat.eventlog.Taken.Found;
import io.amanat.eventlog.Taken.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells for each append whether it is stored already, is in conflict, or may be stored: with what the table has, and with the appends
 * before it. Of two that want the same, the one that came first wins, unless it fails itself.
 */
final class Settlement {

    private final Taken taken;
    private final boolean doubtful;
    private final Set<String> ids = new HashSet<>();
    private final Set<Place> places = new HashSet<>();
    private final Map<Taken.Key, Append> keys = new HashMap<>();
    private final List<Append> open = new ArrayList<>();
    private final List<Runnable> verdicts = new ArrayList<>();

    private Settlement(Taken taken, boolean doubtful) {
        this.taken = taken;
        this.doubtful = doubtful;
    }

    /** With {@code doubtful}, the events may have been stored by an earlier try: then that is the answer, not a conflict. */
    static Settlement of(Taken taken, List<Append> appends, boolean doubtful) {
        Settlement settlement = new Settlement(taken, doubtful);
        appends.forEach(settlement::decide);
        return settlement;
    }

    /** Which shall be stored now. */
    List<Append> open() {
        return open;
    }

    boolean isAllOpen() {
        return verdicts.isEmpty();
    }

    /** Tells the others. To be called when the open ones are stored and know their positions. */
    void announce() {
        verdicts.forEach(Runnable::run);
    }

    private void decide(Append append) {
        Long stored = doubtful ? storedAt(append) : null;
        if (stored != null) {
            verdicts.add(() -> append.stored(stored));
            return;
        }
        Supplier<RuntimeException> refusal = refusal(append);
        if (refusal != null) {
            verdicts.add(() -> append.fail(refusal.get()));
            return;
        }
        open.add(append);
        for (PreparedEvent event : append.events()) {
            ids.add(event.eventId());
            places.add(place(event));
            if (event.idempotencyKey() != null) {
                keys.put(new Taken.Key(event.aggregateId(), event.idempotencyKey()), append);
            }
        }
    }

    /** An append is one statement's work: its events have successive positions, or they are not there. */
    private @Nullable Long storedAt(Append append) {
        Long first = taken.positions().get(append.events().getFirst().eventId());
        for (int i = 0; first != null && i < append.events().size(); i++) {
            Long position = taken.positions().get(append.events().get(i).eventId());
            if (position == null || position != first + i) {
                return null;
            }
        }
        return first;
    }

    /** A repeated command is told of its first answer, even though its events are in each other's way as well. */
    private @Nullable Supplier<RuntimeException> refusal(Append append) {
        for (PreparedEvent event : append.events()) {
            Supplier<RuntimeException> duplicate = duplicate(event);
            if (duplicate != null) {
                return duplicate;
            }
        }
        Set<String> ownIds = new HashSet<>();
        Set<Place> ownPlaces = new HashSet<>();
        for (PreparedEvent event : append.events()) {
            boolean free = ownIds.add(event.eventId()) && ownPlaces.add(place(event)) && isFree(event);
            if (!free) {
                return () -> Conflict.on(event, null);
            }
        }
        return null;
    }

    private @Nullable Supplier<RuntimeException> duplicate(PreparedEvent event) {
        String idempotencyKey = event.idempotencyKey();
        if (idempotencyKey == null) {
            return null;
        }
        Taken.Key key = new Taken.Key(event.aggregateId(), idempotencyKey);
        Found found = taken.keys().get(key);
        if (found != null) {
            return () -> new DuplicateCommand(event.aggregateId(), found.position(), found.eventId(), null);
        }
        Append winner = keys.get(key);
        return winner == null ? null : () -> duplicateOf(winner, key);
    }

    private static DuplicateCommand duplicateOf(Append winner, Taken.Key key) {
        List<PreparedEvent> events = winner.events();
        int index = 0;
        while (!key.aggregateId().equals(events.get(index).aggregateId())
                || !key.idempotencyKey().equals(events.get(index).idempotencyKey())) {
            index++;
        }
        return new DuplicateCommand(
                key.aggregateId(), winner.position() + index, events.get(index).eventId(), null);
    }

    private boolean isFree(PreparedEvent event) {
        return !ids.contains(event.eventId())
                && !taken.positions().containsKey(event.eventId())
                && !places.contains(place(event))
                && !taken.places().contains(place(event));
    }

    private static Place place(PreparedEvent event) {
        return new Place(event.aggregateId(), event.sequence());
    }
}
