package io.amanat.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code projection_segments}. Moving it is the fence: the statement finds the row only where the caller believes it to be, and
 * only while it is the caller's. A node that was frozen in the middle of its work and thawed after somebody took over so finds nothing,
 * and whoever comes second waits for the row's lock until the first has committed.
 *
 * <p>A node that stands still in the middle of a transaction holds the lock. The database ends that transaction after the lease, so that
 * nobody waits for it for longer.
 *
 * <p>The transaction commits without waiting for the disk: see docs/decisions/0012.
 */
public final class SegmentPlace implements Place {
    private final String schema;
    private final int segment;
    private final @Nullable String owner;
    private final Duration lease;
    private final String move;

    private SegmentPlace(String schema, int segment, @Nullable String owner, Duration lease) {
        this.schema = Schema.checked(schema);
        this.segment = segment;
        this.owner = owner;
        this.lease = lease;
        String standstill = owner == null
                ? ""
                : ", set_config('idle_in_transaction_session_timeout', '" + lease.toMillis() + "', true)";
        this.move = """
            update %1$s.projection_segments
            set position = ?, updated_at = now(),
                claimed_until = case when owner is not null then clock_timestamp() + ? * interval '1 millisecond' end
            where segment = ? and position = ? and owner is not distinct from ?::text
            returning exists (select from %1$s.dead_letters), set_config('synchronous_commit', 'off', true)%2$s\
            """.formatted(schema, standstill);
    }

    /** For {@code owner}, whose lease each move renews by {@code lease} from now on. */
    public static SegmentPlace owned(String schema, int segment, String owner, Duration lease) {
        return new SegmentPlace(schema, segment, owner, lease);
    }

    /** For tables that nobody serves yet: their segment has no owner, and the caller sees to it that only one fills them. */
    public static SegmentPlace unowned(String schema, int segment) {
        return new SegmentPlace(schema, segment, null, Duration.ZERO);
    }

    @Override
    public boolean move(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(move)) {
            statement.setLong(1, to);
            statement.setLong(2, lease.toMillis());
            statement.setInt(3, segment);
            statement.setLong(4, from);
            statement.setString(5, owner);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new PlaceLost(
                            "segment " + segment + " of " + schema + " is no longer at " + from + " for " + owner);
                }
                return row.getBoolean(1);
            }
        }
    }

    @Override
    public boolean othersBehind(Connection connection, long position) throws SQLException {
        String sql =
                "select exists (select from " + schema + ".projection_segments where segment <> ? and position < ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, segment);
            statement.setLong(2, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
