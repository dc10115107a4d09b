package io.amanat.query.readtables;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is shown.
 *
 * @param position every event up to here is in its tables
 * @param target up to which event it is to go; of a rebuild and a replay it moves on with the log
 * @param percent of the events, 0 to 100, rounded down
 * @param eventsPerSecond while it fills; after that of the filling
 * @param etaSeconds until all events are in, by the speed so far; absent when it is not known or over
 * @param parked events that could not be taken
 * @param failure why it failed, as a sentence
 * @param discarded whether what it left is gone
 * @param certificate JSON: what came out
 */
record JobView(
        UUID id,
        String kind,
        String state,
        long position,
        long target,
        @Nullable Instant at,
        int percent,
        long events,
        long parked,
        @Nullable Long eventsPerSecond,
        @Nullable Long etaSeconds,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure,
        boolean discarded,
        @JsonRawValue @Nullable String certificate) {

    boolean finished() {
        return finishedAt != null;
    }
}
