package io.amanat.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.identity.AuthProvider;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserCommand.AssignRole;
import io.amanat.contract.identity.UserCommand.RegisterUser;
import io.amanat.contract.identity.UserCommand.ReinstateUser;
import io.amanat.contract.identity.UserCommand.SuspendUser;
import io.amanat.contract.identity.UserId;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A cached aggregate that another node has changed decides nothing. */
@ExtendWith(PostgresExtension.class)
class TwoNodesTest {

    private final TestDatabase database;
    private final UserId user = new UserId(UUID.randomUUID());
    private final MemberNode here;
    private final MemberNode there;

    TwoNodesTest(TestDatabase database) {
        this.database = database;
        here = new MemberNode(database, user, "amanat.event-log.snapshot-every=1");
        there = new MemberNode(database, user);
    }

    @BeforeEach
    void cachedHere() {
        here.register();
        assertThat(here.caches()).isTrue();
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void givenAStaleAggregate_whenACommandAppends_thenItIsDecidedAgainBehindTheOther() {
        there.send(assign(Role.SELLER));
        here.send(assign(Role.RESOLVER));
        assertThat(types()).containsExactly("user.registered.v1", "user.role-assigned.v1", "user.role-assigned.v1");
    }

    @Test
    void givenAStaleAggregate_whenItWouldRefuse_thenTheTruthDecides() {
        here.send(suspend());
        there.send(reinstate());
        here.send(suspend());
        assertThat(types())
                .containsExactly("user.registered.v1", "user.suspended.v1", "user.reinstated.v1", "user.suspended.v1");
        assertThatThrownBy(() -> here.send(suspend())).isInstanceOf(RuleViolated.class);
    }

    @Test
    void givenAStaleAggregate_whenItWouldAppendNothing_thenTheTruthDecides() {
        there.send(suspend());
        here.send(reinstate());
        assertThat(types()).containsExactly("user.registered.v1", "user.suspended.v1", "user.reinstated.v1");
        here.send(reinstate());
        assertThat(types()).hasSize(3);
    }

    @Test
    void givenAStaleAggregate_whenAVersionIsExpected_thenItIsComparedWithTheTruth() {
        there.send(suspend());

        assertThatThrownBy(() -> here.send(assign(Role.SELLER), Map.of("expectedVersion", "0")))
                .as("stale, and the command appends")
                .isInstanceOf(StaleVersion.class);
        here.send(assign(Role.SELLER), Map.of("expectedVersion", "1"));
        there.send(reinstate());
        assertThatThrownBy(() -> here.send(suspend(), Map.of("expectedVersion", "2")))
                .as("stale, and the command would be refused")
                .isInstanceOf(StaleVersion.class);
        here.send(assign(Role.GUARD), Map.of("expectedVersion", "3"));
        assertThat(types()).hasSize(5);
    }

    @Test
    void givenAnAggregateThatOnlyTheOtherNodeKnows_whenItWouldBeMadeAgain_thenTheTruthDecides() {
        there.register();
        assertThatThrownBy(() -> there.send(registration(Role.SELLER)))
                .as("taken for new it would have been stored")
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(IdentityRule.A_USER_REGISTERS_ONCE));
        assertThat(types()).containsExactly("user.registered.v1");
    }

    @Test
    void givenAnAggregateThatOnlyTheOtherNodeKnows_whenItWouldBeRefusedAsNew_thenTheTruthDecides() {
        assertThatThrownBy(() -> there.send(registration(Role.ADMIN)))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(IdentityRule.A_USER_REGISTERS_ONCE));
        assertThat(there.caches()).as("what it was taken for").isFalse();
        there.send(suspend());
        assertThat(types()).containsExactly("user.registered.v1", "user.suspended.v1");
    }

    @Test
    void givenAJoinedTransaction_whenItRollsBack_thenNothingOfItIsLeftInCacheOrSnapshot() {
        TransactionTemplate transaction = new TransactionTemplate(here.bean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            here.send(suspend());
            here.send(assign(Role.SELLER));
            status.setRollbackOnly();
        });

        assertThat(types()).containsExactly("user.registered.v1");
        assertThat(database.jdbc()
                        .sql("select coalesce(max(sequence_number), 0) from snapshot_event_entry where"
                                + " aggregate_identifier = ?")
                        .param(user.toString())
                        .query(Long.class)
                        .single())
                .isZero();
        here.send(suspend());
        assertThat(types()).containsExactly("user.registered.v1", "user.suspended.v1");
    }

    @Test
    void givenAJoinedTransaction_whenItCommits_thenTheNextCommandSeesIt() {
        TransactionTemplate transaction = new TransactionTemplate(here.bean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            here.send(suspend());
            here.send(reinstate());
        });
        here.send(suspend());
        assertThat(types()).hasSize(4);
        assertThatThrownBy(() -> here.send(suspend())).isInstanceOf(RuleViolated.class);
    }

    private AssignRole assign(Role role) {
        return new AssignRole(user, role, here.text, user);
    }

    private RegisterUser registration(Role role) {
        return new RegisterUser(user, role, here.text, here.text, AuthProvider.EMAIL);
    }

    private SuspendUser suspend() {
        return new SuspendUser(user, here.text, user);
    }

    private ReinstateUser reinstate() {
        return new ReinstateUser(user, here.text, user);
    }

    /** Of the user's events, in order. */
    private List<String> types() {
        return database.jdbc()
                .sql("select payload_type from domain_event_entry where aggregate_identifier = ? order by"
                        + " sequence_number")
                .param(user.toString())
                .query(String.class)
                .list();
    }
}
