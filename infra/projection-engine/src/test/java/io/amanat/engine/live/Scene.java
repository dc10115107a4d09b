package io.amanat.engine.live;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.amanat.contract.Event;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.engine.EventDecoder;
import io.amanat.eventlog.LogHead;
import io.amanat.eventlog.LogReader;
import io.amanat.platform.serialization.EventReader;
import io.amanat.platform.serialization.Serializers;
import io.amanat.projection.Projection;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log, live tables and the nodes that fill them. */
final class Scene implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Serializer SERIALIZER = Serializers.events();
    private static final EventDecoder DECODER = EventDecoder.of(EventReader.all());

    final TestDatabase database = TestDatabase.create();
    final JdbcClient jdbc;
    final LogHead head = new LogHead();
    private final HikariDataSource pool;
    private final HikariDataSource own;
    private final List<Node> nodes = new ArrayList<>();
    private int names;

    /** When the last event was committed. */
    volatile long committedNanos;

    Scene() {
        pool = pool(database.app());
        own = pool(database.owner());
        jdbc = JdbcClient.create(own);
    }

    private static HikariDataSource pool(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        return new HikariDataSource(config);
    }

    static LiveSettings settings(int segments) {
        return new LiveSettings(
                segments,
                500,
                3,
                Duration.ofMillis(5),
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                Duration.ofMillis(200));
    }

    /** Another node; the test starts it. */
    Node node(Projection projection, LiveSettings settings) {
        return node(projection, settings, new LogSource(new LogReader(pool), head));
    }

    Node node(Projection projection, LiveSettings settings, WakingEventSource log) {
        Node node = new Node("node-" + ++names, pool, log, DECODER, projection, settings);
        nodes.add(node);
        return node;
    }

    long append(Story story) {
        story.events().forEach(this::append);
        return head();
    }

    /** Appends it as another event of the log: with a position and an id of its own. */
    long append(StoredEvent event) {
        return append(
                event.type(),
                event.aggregateId(),
                event.metadata().get("correlationId"),
                json(event.event()),
                event.sequence());
    }

    /** Appends whatever it is. */
    long append(String type, String aggregateId, String correlationId, String payload, long sequence) {
        Map<String, String> metadata = Map.of("actor", "system:test", "correlationId", correlationId);
        long position = jdbc.sql("""
            insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, payload_type, payload,
                                            meta_data, time_stamp)
            values (:id, :aggregate, :sequence, 'T', :type, :payload, :metadata, '2026-03-01T12:00:00.000Z') returning global_index\
            """)
                .param("id", UUID.randomUUID().toString())
                .param("aggregate", aggregateId)
                .param("sequence", sequence)
                .param("type", type)
                .param("payload", payload.getBytes(StandardCharsets.UTF_8))
                .param(
                        "metadata",
                        SERIALIZER
                                .serialize(MetaData.from(metadata), byte[].class)
                                .getData())
                .query(Long.class)
                .single();
        committedNanos = System.nanoTime();
        head.advance(position);
        return position;
    }

    static String json(Event event) {
        return new String(SERIALIZER.serialize(event, byte[].class).getData(), StandardCharsets.UTF_8);
    }

    long head() {
        return jdbc.sql("select coalesce(max(global_index), 0) from domain_event_entry")
                .query(Long.class)
                .single();
    }

    long projected() {
        return jdbc.sql("select coalesce(min(position), 0) from amanat_read.projection_segments")
                .query(Long.class)
                .single();
    }

    void awaitProjected(long position) {
        await().atMost(PATIENCE).until(() -> projected() >= position);
    }

    long letters() {
        return count("dead_letters");
    }

    long count(String table) {
        return jdbc.sql("select count(*) from amanat_read." + table)
                .query(Long.class)
                .single();
    }

    /** As somebody who may end others' connections. */
    JdbcClient superuser() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser("postgres");
        return JdbcClient.create(source);
    }

    Map<String, List<String>> tables() {
        try (ReadModel live = new ReadModel(database)) {
            return live.everything();
        }
    }

    /** What the tables are when the log is folded from its first event on, one by one, but for what is left out. */
    Map<String, List<String>> folded(Long... leftOut) {
        try (TestDatabase other = TestDatabase.create();
                ReadModel model = new ReadModel(other)) {
            new LogReader(database.app())
                    .read(0, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                            .filter(entry -> !List.of(leftOut).contains(entry.position()))
                            .map(DECODER::decode)
                            .forEach(model::apply);
            return model.everything();
        }
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.live.stop());
        pool.close();
        own.close();
        database.close();
    }
}
