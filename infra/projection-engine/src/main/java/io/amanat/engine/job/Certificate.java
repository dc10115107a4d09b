package io.amanat.engine.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a job, as it is kept and shown.
 *
 * @param position up to which event the tables were filled
 * @param headEventId of the event at that position
 * @param events how many events there are up to there
 * @param parked how many of them could not be taken
 * @param eventsPerSecond of the whole job from its start to its end
 * @param filledPerSecond of the filling alone
 * @param heldMillis of a rebuild: how long the live projections waited for the switch
 * @param comparison of a replay
 */
record Certificate(
        long position,
        @Nullable String headEventId,
        long events,
        long parked,
        Instant startedAt,
        Instant finishedAt,
        long eventsPerSecond,
        long filledPerSecond,
        @Nullable Long heldMillis,
        Versions versions,
        @Nullable Comparison comparison) {
    /**
     * By what it was made.
     *
     * @param projections see {@link ProjectionVersion}
     * @param schema version of the read tables' last migration
     */
    record Versions(String projections, String schema, String application) {}

    /**
     * @param clean whether every row of every table is the same on both sides
     * @param found how many differences there are; at most a bounded number of them stands in {@code differences}
     */
    record Comparison(boolean clean, long found, List<Difference> differences, List<TableDigest> tables) {}

    /** Rows of both sides, and the SHA-256 over them in the order of the primary key, as {@code copy} writes them. */
    record TableDigest(String table, long liveRows, long replayedRows, String liveDigest, String replayedDigest) {
        boolean same() {
            return liveRows == replayedRows && liveDigest.equals(replayedDigest);
        }
    }

    /**
     * @param kind {@code missing} in the live tables, {@code extra} in them, or {@code changed}
     * @param key columns of the primary key with their values
     * @param columns that differ, of a changed row
     */
    record Difference(String table, String kind, Map<String, String> key, List<String> columns) {}
}
