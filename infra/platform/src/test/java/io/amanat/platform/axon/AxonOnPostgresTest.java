package io.amanat.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.audit.EventHistory;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.identity.AuthProvider;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserCommand.RegisterUser;
import io.amanat.contract.identity.UserCommand.ReinstateUser;
import io.amanat.contract.identity.UserCommand.SuspendUser;
import io.amanat.contract.identity.UserEvent.UserRegistered;
import io.amanat.contract.identity.UserEvent.UserSuspended;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class AxonOnPostgresTest {

    private final TestDatabase database;
    private final PurchaseRequestId trade = new PurchaseRequestId(UUID.randomUUID());
    private final UserId user = new UserId(UUID.randomUUID());
    private final PersonalText text = PersonalText.of(user, "c2VhbGVk");

    private ConfigurableApplicationContext application;

    AxonOnPostgresTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("create table if not exists trial_register (line text not null)")
                .update();
        owner.sql("grant select, insert on trial_register to amanat_app").update();
        application = Trial.start(database);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void givenCommand_whenSent_thenEventIsStoredWithItsOrigin() {
        send(register());

        StoredEvent event = history().getFirst();
        assertThat(event.event()).isInstanceOf(UserRegistered.class);
        assertThat(event.type()).isEqualTo("user.registered.v1");
        assertThat(event.aggregateId()).isEqualTo(user.toString());
        assertThat(event.sequence()).isZero();
        assertThat(event.at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(event.metadata())
                .containsEntry(MetadataKeys.ACTOR, "user:" + user)
                .containsEntry(MetadataKeys.ACTOR_ROLE, "buyer")
                .containsEntry(MetadataKeys.CORRELATION_ID, trade.toString())
                .containsEntry(MetadataKeys.REQUEST_ID, "r-1")
                .containsKey(MetadataKeys.CAUSATION_ID)
                .doesNotContainKey(MetadataKeys.EXPECTED_VERSION);
        assertThat(jdbc().sql("select payload ->> 'role' from event_log where position = :p")
                        .param("p", event.position())
                        .query(String.class)
                        .single())
                .isEqualTo("buyer");
    }

    @Test
    void givenNobody_whenCommandIsSent_thenError() {
        Origin nobody = new Origin("", "", trade.toString(), Map.of());
        assertThatThrownBy(() -> bean(CommandSender.class).send(register(), nobody))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("RegisterUser without actor");
        assertThatThrownBy(() -> bean(EventBus.class).publish(GenericEventMessage.asEventMessage("anything")))
                .hasMessageContaining("without actor");
    }

    @Test
    void givenRefusal_whenSent_thenRuleIsToldAndNothingStored() {
        send(register());
        send(new SuspendUser(user, text, user));
        assertThatThrownBy(() -> send(new SuspendUser(user, text, user)))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused ->
                                assertThat(refused.rule()).isEqualTo(IdentityRule.ONLY_ACTIVE_USERS_CAN_BE_SUSPENDED));
        assertThat(history()).hasSize(2);
        assertThat(send(new ReinstateUser(user, text, user))).isEqualTo("welcome back");
    }

    @Test
    void givenARepeatUnderItsKey_whenRefusedOrStoredBefore_thenItIsDoneAndNothingMoreIsStored() {
        send(register());
        Map<String, String> first = Map.of(MetadataKeys.IDEMPOTENCY_KEY, "suspend-once");
        assertThat(send(new SuspendUser(user, text, user), first)).isNull();
        assertThat(send(new SuspendUser(user, text, user), first))
                .as("the aggregate refuses")
                .isNull();
        Map<String, String> second = Map.of(MetadataKeys.IDEMPOTENCY_KEY, "reinstate-once");
        send(new ReinstateUser(user, text, user), second);
        assertThat(send(new ReinstateUser(user, text, user), second))
                .as("the log refuses; the command has no answer")
                .isNull();
        assertThat(history()).hasSize(3);
    }

    @Test
    void givenNoAggregate_whenSent_thenNoSuchUser() {
        assertThatThrownBy(() -> send(new SuspendUser(user, text, user)))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(IdentityRule.NO_SUCH_USER));
    }

    @Test
    void givenOtherVersion_whenSent_thenStale() {
        send(register());
        send(new SuspendUser(user, text, user));
        for (String other : List.of("0", "7")) {
            assertThatThrownBy(() -> send(new ReinstateUser(user, text, user), Map.of("expectedVersion", other)))
                    .isInstanceOf(StaleVersion.class);
        }
        assertThat(history()).hasSize(2);
        send(new ReinstateUser(user, text, user), Map.of("expectedVersion", "1"));
        assertThat(history()).hasSize(3);
    }

    @Test
    void givenSamePlaceInTheStream_whenAppendedTwice_thenConcurrencyIsSeen() {
        send(register());
        var twice = new GenericDomainEventMessage<>(
                "Account",
                user.toString(),
                0,
                new UserSuspended(user, text, user),
                Map.of("actor", "system:test", "actorRole", "system", "correlationId", trade.toString()));
        assertThatThrownBy(() -> bean(EventBus.class).publish(twice))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void givenHandlerThatFails_whenRetried_thenRowIsThereOnceAndNothingIsSkipped() {
        bean(Register.class).failuresLeft.set(1);
        send(register());
        send(new SuspendUser(user, text, user));

        await().atMost(Duration.ofSeconds(20)).until(() -> lines("suspended " + user) == 1);
        assertThat(lines("registered " + user)).isEqualTo(1);
    }

    @Test
    void givenDeadline_whenRestartedBeforeIt_thenItFiresAndTheSagaActs() {
        send(register());
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc().sql("select count(*) from scheduled_tasks")
                                        .query(Long.class)
                                        .single()
                                > 0
                        && jdbc().sql("select count(*) from association_value_entry where association_value = :user")
                                        .param("user", user.toString())
                                        .query(Long.class)
                                        .single()
                                == 1);
        assertThat(history()).hasSize(1);
        application.close();

        application = Trial.start(database);

        await().atMost(Duration.ofSeconds(30)).until(() -> ofUser().size() == 2);
        StoredEvent suspended = ofUser().getLast();
        assertThat(suspended.event()).isInstanceOf(UserSuspended.class);
        assertThat(suspended.metadata())
                .containsEntry(MetadataKeys.ACTOR, "system:probation")
                .doesNotContainKey(MetadataKeys.REQUEST_ID);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc().sql("select count(*) from association_value_entry where association_value = :user")
                                .param("user", user.toString())
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private List<StoredEvent> ofUser() {
        return bean(EventHistory.class)
                        .ofTrade(new PurchaseRequestId(user.value()))
                        .isEmpty()
                ? history()
                : List.of(
                        history().getFirst(),
                        bean(EventHistory.class)
                                .ofTrade(new PurchaseRequestId(user.value()))
                                .getFirst());
    }

    private long lines(String line) {
        return jdbc().sql("select count(*) from trial_register where line = :line")
                .param("line", line)
                .query(Long.class)
                .single();
    }

    private RegisterUser register() {
        return new RegisterUser(user, Role.BUYER, text, text, AuthProvider.EMAIL);
    }

    private Object send(Command command) {
        return send(command, Map.of());
    }

    private Object send(Command command, Map<String, String> more) {
        Map<String, String> metadata = new HashMap<>(more);
        metadata.put(MetadataKeys.REQUEST_ID, "r-1");
        return bean(CommandSender.class).send(command, new Origin("user:" + user, "buyer", trade.toString(), metadata));
    }

    private List<StoredEvent> history() {
        return bean(EventHistory.class).ofTrade(trade);
    }

    private JdbcClient jdbc() {
        return database.jdbc();
    }

    private <T> T bean(Class<T> type) {
        return application.getBean(type);
    }
}
