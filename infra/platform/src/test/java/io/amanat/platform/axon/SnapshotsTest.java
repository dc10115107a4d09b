package io.amanat.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserCommand.AssignRole;
import io.amanat.contract.identity.UserCommand.SuspendUser;
import io.amanat.contract.identity.UserId;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A snapshot saves reading; it never decides what an aggregate is. */
@ExtendWith(PostgresExtension.class)
class SnapshotsTest {

    private final TestDatabase database;
    private final JdbcClient owner;
    private final UserId user = new UserId(UUID.randomUUID());
    private final MemberNode writer;

    SnapshotsTest(TestDatabase database) {
        this.database = database;
        this.owner = JdbcClient.create(database.owner());
        this.writer = new MemberNode(database, user, "amanat.event-log.snapshot-every=2");
    }

    @BeforeEach
    void suspendedAndSnapshot() {
        writer.register();
        writer.send(new AssignRole(user, Role.SELLER, writer.text, user));
        writer.send(new AssignRole(user, Role.SELLER, writer.text, user));
        writer.send(new SuspendUser(user, writer.text, user));
        assertThat(snapshot("sequence_number")).isEqualTo("3");
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void givenASnapshot_whenAnotherNodeLoads_thenItStartsFromIt() {
        assertThat(snapshot("convert_from(payload, 'UTF8')::jsonb -> 'standing'"))
                .isEqualTo("{\"roles\": {\"seller\": 2}, \"suspended\": true}");
        // no event says this: whoever believes it has read the snapshot
        tamper("payload = convert_to(replace(convert_from(payload, 'UTF8'), '\"suspended\":true',"
                + " '\"suspended\":false'), 'UTF8')");
        try (MemberNode other = new MemberNode(database, user, "amanat.event-log.snapshot-every=2")) {
            other.send(suspend());
        }
        assertThat(events()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = '{\"id\":'",
                "payload = '{\"id\":\"no uuid\",\"standing\":7}'",
                "payload = '{}', payload_revision = 'of another release'",
                "payload = '{}', payload_revision = null",
                "payload = '{}', payload_type = 'io.amanat.renamed.Member'",
                "meta_data = 'x'"
            })
    void givenASnapshotThatIsCorruptOrOfAnotherRelease_whenLoaded_thenTheEventsDecideAndItIsReplaced(String harm) {
        tamper(harm);
        try (MemberNode other = new MemberNode(database, user, "amanat.event-log.snapshot-every=2")) {
            assertThatThrownBy(() -> other.send(suspend())).isInstanceOf(RuleViolated.class);
            other.send(new AssignRole(user, Role.SELLER, writer.text, user));
        }
        assertThat(snapshot("convert_from(payload, 'UTF8')::jsonb -> 'standing'"))
                .isEqualTo("{\"roles\": {\"seller\": 3}, \"suspended\": true}");
    }

    private SuspendUser suspend() {
        return new SuspendUser(user, writer.text, user);
    }

    private void tamper(String set) {
        assertThat(owner.sql("update snapshot_event_entry set " + set + " where aggregate_identifier = ?")
                        .param(user.toString())
                        .update())
                .isEqualTo(1);
    }

    private String snapshot(String column) {
        return owner.sql("select (" + column + ")::text from snapshot_event_entry where aggregate_identifier = ?")
                .param(user.toString())
                .query(String.class)
                .single();
    }

    private long events() {
        return owner.sql("select count(*) from domain_event_entry where aggregate_identifier = ?")
                .param(user.toString())
                .query(Long.class)
                .single();
    }
}
