package io.amanat.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.MetadataKeys;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserCommand.AssignRole;
import io.amanat.contract.identity.UserCommand.ReinstateUser;
import io.amanat.contract.identity.UserCommand.SuspendUser;
import io.amanat.contract.identity.UserId;
import io.amanat.platform.serialization.Serializers;
import io.amanat.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The profile axonserver on two nodes, wired as ever but for Axon Server itself: Axon's JDBC engine stands in for it. */
class AxonServerStandInTest {

    private static final AtomicReference<TestDatabase> ELSEWHERE = new AtomicReference<>();

    private final TestDatabase database = TestDatabase.create(); // an empty log for each test
    private final UserId user = new UserId(UUID.randomUUID());
    private final MemberNode here;
    private final MemberNode there;

    AxonServerStandInTest() {
        ELSEWHERE.set(TestDatabase.create());
        here = node();
        there = node();
    }

    private MemberNode node() {
        return new MemberNode(
                StandIn.class,
                database,
                user,
                "spring.profiles.active=axonserver",
                "spring.main.allow-bean-definition-overriding=true",
                "amanat.axon-server.address=127.0.0.1:1");
    }

    @BeforeEach
    void register() {
        here.register();
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        ELSEWHERE.get().close();
        database.close();
    }

    @Test
    void givenTwoNodes_whenCommandsReturn_thenTheLogHasACopyOfWhatIsStoredElsewhere() {
        assertThat(copies()).as("when the first command returned").containsExactly("user.registered.v1");
        there.send(new SuspendUser(user, here.text, user));
        here.send(new ReinstateUser(user, here.text, user));
        there.send(new AssignRole(user, Role.SELLER, here.text, user));

        assertThat(copies())
                .containsExactly(
                        "user.registered.v1", "user.suspended.v1", "user.reinstated.v1", "user.role-assigned.v1");
        assertThat(JdbcClient.create(ELSEWHERE.get().owner())
                        .sql("select payloadtype from domainevententry order by globalindex")
                        .query(String.class)
                        .list())
                .isEqualTo(copies());
        assertThat(database.jdbc()
                        .sql("select last_position from event_log_head")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    /** As documented: there is no index on keys, so the repeat is a new command, and its refusal is its answer. */
    @Test
    void givenAnIdempotencyKey_whenUsedTwice_thenTheAggregateDecidesAndTheMirrorGoesOn() {
        Map<String, String> key = Map.of(MetadataKeys.IDEMPOTENCY_KEY, "k");
        here.send(new AssignRole(user, Role.SELLER, here.text, user), key);
        here.send(new AssignRole(user, Role.SELLER, here.text, user), key);
        here.send(new SuspendUser(user, here.text, user), key);
        assertThatThrownBy(() -> there.send(new SuspendUser(user, here.text, user), key))
                .isInstanceOf(RuleViolated.class);
        assertThat(copies()).hasSize(4);
    }

    private List<String> copies() {
        return database.jdbc()
                .sql("select event_type from event_log order by position")
                .query(String.class)
                .list();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @Import(MemberNode.Wiring.class)
    static class StandIn {

        @Bean
        AxonServerProfile.AxonServerTruth axonServerTruth(@Qualifier("eventSerializer") Serializer eventSerializer) {
            EmbeddedEventStore store = EmbeddedEventStore.builder()
                    .storageEngine(engine(ELSEWHERE.get().owner(), eventSerializer))
                    .build();
            store.registerDispatchInterceptor(new ActorRequired<>());
            store.registerDispatchInterceptor(Decision.witness());
            return new AxonServerProfile.AxonServerTruth(store);
        }

        /** Nobody connects. */
        @Bean(destroyMethod = "shutdown")
        AxonServerConnectionManager axonServerConnections() {
            return AxonServerConnectionManager.builder()
                    .axonServerConfiguration(org.axonframework.axonserver.connector.AxonServerConfiguration.builder()
                            .build())
                    .build();
        }

        private static JdbcEventStorageEngine engine(DataSource source, Serializer eventSerializer) {
            JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                    .connectionProvider(
                            new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(source)))
                    .transactionManager(NoTransactionManager.INSTANCE)
                    .eventSerializer(eventSerializer)
                    .snapshotSerializer(Serializers.snapshots())
                    .persistenceExceptionResolver(AxonServerStandInTest::isTaken)
                    .build();
            engine.createSchema(PostgresEventTableFactory.INSTANCE);
            return engine;
        }
    }

    private static boolean isTaken(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getNextException() == null ? sql : sql.getNextException())
                            .getSQLState()
                            .equals("23505")) {
                return true;
            }
        }
        return false;
    }
}
