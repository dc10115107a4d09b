package io.amanat.benchmark.trade;

import io.amanat.contract.identity.AuthProvider;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserEvent.UserRegistered;
import io.amanat.contract.identity.UserId;
import io.amanat.platform.serialization.Serializers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;

/**
 * Grows the event log of an empty database to any size, quickly: people first, then the interleaved events of their trades, as the
 * platform itself would have stored them. The same arguments give the same log, byte for byte.
 *
 * <p>Nothing may write to the log meanwhile. The read tables stay as they are: fill them by a rebuild, or let the application catch
 * up. The sealed texts in the events open for nobody, and people read {@code [erased]} in their place.
 */
public final class LogGenerator {

    /** Events go in by so many at a time. */
    private static final long CHUNK = 100_000;

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SEED = 42;

    /** So many trades go on at the same time, an event of this one and then of that one. */
    private static final int UNDER_WAY = 500;

    private static final int EVENTS_OF_AN_OPEN_REQUEST = 4;

    private final DataSource owner;
    private final int people;
    private final TradeStream trades;

    private LogGenerator(DataSource owner, int people, int underWay, LongFunction<TradeKind> kinds) {
        this.owner = owner;
        this.people = people;
        this.trades = new TradeStream(kinds, underWay, people, new SplittableRandom(SEED), START.plusSeconds(people));
    }

    /**
     * Of ten trades six are completed, one is refunded after a dispute, and three stay open with two offers.
     *
     * @param owner logs in as {@code amanat_owner} with {@code amanat} as its schema
     * @param people at least 4
     */
    public static LogGenerator ofTrades(DataSource owner, int people) {
        return new LogGenerator(owner, people, UNDER_WAY, number -> switch ((int) (number % 10)) {
            case 0, 1, 2 -> TradeKind.OPEN;
            case 3 -> TradeKind.REFUNDED;
            default -> TradeKind.COMPLETED;
        });
    }

    /**
     * Requests with two offers and one revision, one after another; each can still be changed.
     */
    public static LogGenerator ofOpenRequests(DataSource owner, int people) {
        return new LogGenerator(owner, people, 1, _ -> TradeKind.OPEN);
    }

    /**
     * Adds events until the last one has the position {@code last}; trades that are under way then go on when it is called again. Events
     * that others have appended meanwhile stay where they are.
     *
     * @throws IllegalArgumentException when the log is longer already, or would be shorter than there are people
     */
    public void growTo(long last) {
        try (Connection connection = owner.getConnection()) {
            long head = head(connection);
            if (last < head || last < people) {
                throw new IllegalArgumentException("cannot make a log of " + head + " events " + last + " long");
            }
            if (head == 0) {
                LogCopy.write(connection, registrations());
                head = people;
            }
            while (head < last) {
                long first = head + 1;
                head = Math.min(head + CHUNK, last);
                LogCopy.write(connection, LongStream.rangeClosed(first, head).mapToObj(trades::event));
            }
            finish(connection, head);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long a log of so many open requests is, if nobody else appends to it. */
    public static long lengthOf(long openRequests, int people) {
        return people + EVENTS_OF_AN_OPEN_REQUEST * openRequests;
    }

    /** The next event that the engine appends comes after these; the planner knows about them. */
    private static void finish(Connection connection, long last) throws SQLException {
        boolean headRow = exists(connection, "event_log_head");
        run(
                connection,
                headRow
                        ? "update event_log_head set last_position = " + last
                        : "select setval(pg_get_serial_sequence('domain_event_entry', 'global_index'), " + last + ")");
        run(connection, "vacuum analyze domain_event_entry");
    }

    private static long head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select coalesce(max(global_index), 0) from domain_event_entry")) {
            found.next();
            return found.getLong(1);
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Stream<LogRow> registrations() {
        Serializer serializer = Serializers.events();
        return LongStream.range(0, people).mapToObj(index -> registration(index, serializer));
    }

    private static LogRow registration(long index, Serializer serializer) {
        UserId user = TradeIds.person(index);
        Role role = index == 0 ? Role.RESOLVER : index % 3 == 1 ? Role.BUYER : Role.SELLER;
        UserRegistered event =
                new UserRegistered(user, role, Wares.sealed(user, 24), Wares.sealed(user, 14), AuthProvider.EMAIL);
        String actor = "user:" + user;
        MetaData metadata =
                MetaData.from(Map.of("actor", actor, "actorRole", role.wire(), "correlationId", user.toString()));
        var payload = serializer.serialize(event, byte[].class);
        return new LogRow(
                index + 1,
                new TradeIds(-2 - index, 4).uuid(0).toString(),
                user.toString(),
                0,
                "UserAccount",
                payload.getType().getName(),
                payload.getData(),
                serializer.serialize(metadata, byte[].class).getData(),
                START.plusSeconds(index),
                actor,
                user.toString(),
                null);
    }
}
