package io.amanat.platform.axon;

import io.amanat.contract.EventPositions;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads positions where they are stored, so that what it says is committed. */
final class PostgresEventPositions implements EventPositions {

    private static final long BEFORE_THE_FIRST = 0;

    private final JdbcClient jdbc;
    private final Serializer serializer;

    PostgresEventPositions(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    @Override
    public long head() {
        return jdbc.sql("select last_position from event_log_head")
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
        return WrappedToken.unwrapLowerBound(token).position().orElse(BEFORE_THE_FIRST);
    }
}
