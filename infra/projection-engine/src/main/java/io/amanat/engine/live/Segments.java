package io.amanat.engine.live;

import io.amanat.engine.Sequence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The segments of the live tables and the nodes that share them, as they stand in the database, whose clock is the one that counts.
 * Every statement names the schema anew: a rebuilt one may have taken the name since.
 */
final class Segments {
    private static final int LOOKS_AT_EMPTY_MAX = 3;
    static final String SCHEMA = "amanat_read";
    private static final String NOW_AND = "clock_timestamp() + :lease * interval '1 millisecond'";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Segments(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** @param living until when the owner's lease runs, by the database's clock; absent without an owner */
    record Row(
            int segment,
            int segments,
            long position,
            @Nullable String owner,
            boolean owned,
            @Nullable OffsetDateTime living) {}

    /** A segment that this node holds now, and where it stands. */
    record Claimed(long position, int segments) {}

    /** Makes the segments where there are none yet. */
    void ensure(int segments) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("lock table amanat_read.projection_segments in share row exclusive mode")
                    .update();
            jdbc.sql("""
                insert into amanat_read.projection_segments (segment, segments, position)
                select segment, :segments, 0 from generate_series(0, :segments - 1) segment
                where not exists (select from amanat_read.projection_segments)\
                """).param("segments", segments).update();
        });
    }

    List<Row> all() {
        return jdbc.sql("""
            select segment, segments, position, owner, coalesce(claimed_until > clock_timestamp(), false) as owned, claimed_until
            from amanat_read.projection_segments order by segment\
            """).query((row, _) -> row(row)).list();
    }

    int count() {
        return jdbc.sql("select count(*) from amanat_read.projection_segments")
                .query(Integer.class)
                .single();
    }

    /** How far all segments have come. */
    long position() {
        Long position = lowest();
        // no rows: there are none yet, or the tables were exchanged while the statement was beginning, and it saw those
        // put aside
        for (int again = 0; position == null && again < LOOKS_AT_EMPTY_MAX; again++) {
            position = lowest();
        }
        return position == null ? 0 : position;
    }

    private @Nullable Long lowest() {
        return jdbc.sql("select min(position) from amanat_read.projection_segments")
                .query((row, _) -> row.getObject(1, Long.class))
                .list()
                .getFirst();
    }

    /** Takes a segment that nobody holds, or whose owner has been silent for too long. */
    Optional<Claimed> claim(int segment, String owner, Duration lease) {
        return jdbc.sql("update amanat_read.projection_segments set owner = :owner, claimed_until = " + NOW_AND + """
            , updated_at = now()
            where segment = :segment and (owner is null or owner = :owner or claimed_until < clock_timestamp())
            returning position, segments\
            """)
                .param("owner", owner)
                .param("lease", lease.toMillis())
                .param("segment", segment)
                .query((row, _) -> new Claimed(row.getLong("position"), row.getInt("segments")))
                .optional();
    }

    /** Whether the segment is still the owner's, at this position; its lease is renewed. */
    boolean renew(int segment, String owner, long position, Duration lease) {
        return jdbc.sql("update amanat_read.projection_segments set claimed_until = " + NOW_AND
                                + " where segment = :segment and owner = :owner and position = :position")
                        .param("lease", lease.toMillis())
                        .param("segment", segment)
                        .param("owner", owner)
                        .param("position", position)
                        .update()
                == 1;
    }

    void release(int segment, String owner) {
        jdbc.sql("""
            update amanat_read.projection_segments set owner = null, claimed_until = null, updated_at = now()
            where segment = :segment and owner = :owner\
            """).param("segment", segment).param("owner", owner).update();
    }

    /**
     * Holds the segment of a sequence till the end of the caller's transaction.
     *
     * @throws IllegalStateException when there is no such segment any more
     */
    void lock(String sequence) {
        int segment = Sequence.segment(sequence, Math.max(1, count()));
        boolean found = jdbc.sql("select true from amanat_read.projection_segments where segment = :segment for update")
                .param("segment", segment)
                .query(Boolean.class)
                .optional()
                .isPresent();
        if (!found) {
            throw new IllegalStateException("the read tables have no segment " + segment);
        }
    }

    /** Says that the node lives, and forgets those that have not said so for an hour. */
    void alive(String node, Duration lease) {
        jdbc.sql("insert into amanat_read.projection_nodes (node, alive_until) values (:node, " + NOW_AND + ") "
                        + "on conflict (node) do update set alive_until = excluded.alive_until, updated_at = now()")
                .param("node", node)
                .param("lease", lease.toMillis())
                .update();
        jdbc.sql("delete from amanat_read.projection_nodes where alive_until < clock_timestamp() - interval '1 hour'")
                .update();
    }

    int livingNodes() {
        return jdbc.sql("select count(*) from amanat_read.projection_nodes where alive_until > clock_timestamp()")
                .query(Integer.class)
                .single();
    }

    void gone(String node) {
        jdbc.sql("delete from amanat_read.projection_nodes where node = :node")
                .param("node", node)
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("segment"),
                row.getInt("segments"),
                row.getLong("position"),
                row.getString("owner"),
                row.getBoolean("owned"),
                row.getObject("claimed_until", OffsetDateTime.class));
    }
}
