package io.amanat.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.CommandSender;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserCommand.SuspendUser;
import io.amanat.contract.identity.UserId;
import io.amanat.platform.axon.Member.Praise;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The caller does not know what became of a command, and sends it again: to the same node or to another. */
@ExtendWith(PostgresExtension.class)
class RepeatedCommandsTest {

    private static final Map<String, String> KEY = Map.of(MetadataKeys.IDEMPOTENCY_KEY, "key-1");

    private final TestDatabase database;
    private final UserId user = new UserId(UUID.randomUUID());
    private final MemberNode here;
    private final MemberNode there;

    RepeatedCommandsTest(TestDatabase database) {
        this.database = database;
        here = new MemberNode(database, user);
        there = new MemberNode(database, user);
    }

    @BeforeEach
    void register() {
        here.register();
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void givenAnAnsweredCommand_whenSentAgainUnderItsKey_thenItsFirstAnswerAndNothingNew() {
        assertThat(here.send(praise("first"), KEY)).isEqualTo("praised with " + token("first"));
        here.send(praise("between"));

        assertThat(here.send(praise("second"), KEY)).isEqualTo("praised with " + token("first"));
        assertThat(there.send(praise("third"), KEY)).isEqualTo("praised with " + token("first"));
        assertThat(events()).isEqualTo(3);
    }

    @Test
    void givenACommandThatWouldBeRefusedNow_whenSentAgainUnderItsKey_thenItSucceedsAsBefore() {
        here.send(suspend(), KEY);

        here.send(suspend(), KEY);
        there.send(suspend(), KEY);
        assertThat(events()).isEqualTo(2);
        assertThatThrownBy(() -> here.send(suspend())).isInstanceOf(RuleViolated.class);
        assertThatThrownBy(() -> there.send(suspend(), Map.of(MetadataKeys.IDEMPOTENCY_KEY, "key-2")))
                .isInstanceOf(RuleViolated.class);
    }

    @Test
    void givenARefusal_whenSentAgainUnderItsKey_thenItIsRefusedAgain() {
        here.send(suspend());
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> here.send(suspend(), KEY)).isInstanceOf(RuleViolated.class);
        }
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void givenAnotherKeyOrAnotherActor_whenSent_thenItIsAnotherCommand() {
        here.send(praise("first"), KEY);
        here.send(praise("second"), Map.of(MetadataKeys.IDEMPOTENCY_KEY, "key-2"));
        there.bean(CommandSender.class)
                .send(praise("third"), new Origin("user:another", "buyer", user.toString(), KEY));
        assertThat(events()).isEqualTo(4);
    }

    private Praise praise(String word) {
        return new Praise(user, PersonalText.of(user, word));
    }

    private String token(String word) {
        return PersonalText.of(user, word).token();
    }

    private SuspendUser suspend() {
        return new SuspendUser(user, here.text, user);
    }

    private long events() {
        return database.jdbc()
                .sql("select count(*) from domain_event_entry where aggregate_identifier = ?")
                .param(user.toString())
                .query(Long.class)
                .single();
    }
}
