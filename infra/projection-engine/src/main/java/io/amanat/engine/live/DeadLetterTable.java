package io.amanat.engine.live;

import io.amanat.contract.projections.DeadLetter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the dead letters of the live tables. */
final class DeadLetterTable {
    private static final String COLUMNS =
            "select position, sequence, event_id, event_type, cause, attempts, created_at from"
                    + " amanat_read.dead_letters ";

    private final JdbcClient jdbc;

    DeadLetterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DeadLetter> list(@Nullable String sequence, long after, int limit) {
        return jdbc.sql(COLUMNS + """
            where position > :after and (:sequence::text is null or sequence = :sequence::text) order by position limit :limit\
            """)
                .param("after", after)
                .param("sequence", sequence)
                .param("limit", limit)
                .query((row, _) -> letter(row))
                .list();
    }

    /** All positions of a sequence, in order. */
    List<Long> positions(String sequence) {
        return jdbc.sql("select position from amanat_read.dead_letters where sequence = :sequence order by position")
                .param("sequence", sequence)
                .query((row, _) -> row.getLong("position"))
                .list();
    }

    Map<String, Long> bySequence() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select sequence, count(*) as letters from amanat_read.dead_letters group by sequence")
                .query(row -> {
                    counts.put(row.getString("sequence"), row.getLong("letters"));
                });
        return counts;
    }

    long count() {
        return jdbc.sql("select count(*) from amanat_read.dead_letters")
                .query(Long.class)
                .single();
    }

    /** When the one that has waited longest was set aside. */
    Optional<Instant> oldest() {
        return jdbc.sql("select created_at from amanat_read.dead_letters order by created_at limit 1")
                .query((row, _) ->
                        row.getObject("created_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void delete(String sequence) {
        jdbc.sql("delete from amanat_read.dead_letters where sequence = :sequence")
                .param("sequence", sequence)
                .update();
    }

    void failedAgain(long position, String cause) {
        jdbc.sql("""
            update amanat_read.dead_letters set cause = :cause, attempts = attempts + 1, updated_at = now()
            where position = :position\
            """).param("cause", cause).param("position", position).update();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("position"),
                row.getString("sequence"),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getString("cause"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
