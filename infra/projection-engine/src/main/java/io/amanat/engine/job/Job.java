package io.amanat.engine.job;

import io.amanat.contract.WireEnum;
import io.amanat.contract.readtables.JobKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code projection_jobs}, as far as one works with it.
 *
 * @param position how far the job was when it last said so; the schema itself knows better
 * @param attempts how often it was taken up since it last got on
 */
record Job(
        UUID id,
        JobKind kind,
        JobState state,
        String schema,
        @Nullable String oldSchema,
        long target,
        long position,
        int attempts,
        boolean discarded) {
    static final String COLUMNS = "id, kind, state, schema_name, old_schema_name, target_position, position, attempts,"
            + " discarded_at is not null as discarded";

    static Job of(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                WireEnum.parse(JobKind.class, row.getString("kind")),
                WireEnum.parse(JobState.class, row.getString("state")),
                row.getString("schema_name"),
                row.getString("old_schema_name"),
                row.getLong("target_position"),
                row.getLong("position"),
                row.getInt("attempts"),
                row.getBoolean("discarded"));
    }

    /** A schema's name for a job: what it is for and the first half of the id, which is chance enough. */
    static String schemaName(String prefix, UUID id) {
        return prefix + "_" + "%016x".formatted(id.getMostSignificantBits());
    }
}
