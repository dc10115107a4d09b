package io.amanat.platform.axon;

import io.amanat.contract.EventPositions;
import java.util.Collection;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads positions where they are stored, so that what it says is committed.
 *
 * <p>A transaction that took a lower number may commit after a higher one was projected. {@link #projected()} then falls back to just
 * before it until it is projected too: it can decrease.
 */
final class PostgresEventPositions implements EventPositions {

    private static final long BEFORE_THE_FIRST = -1;

    private final JdbcClient jdbc;
    private final Serializer serializer;

    PostgresEventPositions(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    @Override
    public long head() {
        return jdbc.sql("select coalesce(max(global_index), -1) from domain_event_entry")
                .query(Long.class)
                .single();
    }

    @Override
    public long projected() {
        return jdbc.sql("select token, token_type from token_entry where processor_name = :name and segment = 0")
                .param("name", Processors.PROJECTIONS)
                .query((row, _) -> position(row.getBytes(1), row.getString(2)))
                .optional()
                .orElse(BEFORE_THE_FIRST);
    }

    private long position(byte @Nullable [] stored, @Nullable String type) {
        if (stored == null || type == null) {
            return BEFORE_THE_FIRST;
        }
        TrackingToken token = serializer.deserialize(new SimpleSerializedObject<>(stored, byte[].class, type, null));
        GapAwareTrackingToken reached = WrappedToken.unwrap(token, GapAwareTrackingToken.class)
                .orElseThrow(() -> new IllegalStateException("unexpected token " + token));
        return reached.getGaps().isEmpty() ? reached.getIndex() : beforeLateCommits(reached);
    }

    private long beforeLateCommits(GapAwareTrackingToken reached) {
        Collection<Long> gaps = reached.getGaps();
        return jdbc.sql("select min(global_index) - 1 from domain_event_entry where global_index = any(:gaps)")
                .param("gaps", gaps.toArray(Long[]::new))
                .query((row, _) -> row.getObject(1, Long.class))
                .optional()
                .orElse(reached.getIndex());
    }
}
