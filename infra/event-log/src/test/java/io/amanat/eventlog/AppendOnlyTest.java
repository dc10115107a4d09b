package io.amanat.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is stored stays: the application may not touch it, and its owner only by taking the triggers away first. */
@ExtendWith(PostgresExtension.class)
class AppendOnlyTest {

    private final TestDatabase database;

    AppendOnlyTest(TestDatabase database) {
        this.database = database;
        try (Node node = new Node(database)) {
            node.engine.appendEvents(Node.event(UUID.randomUUID().toString(), 0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update domain_event_entry set payload = '{}'",
                "delete from domain_event_entry",
                "truncate domain_event_entry",
                "insert into event_log_head (only_row, last_position) values (false, 7)",
                "delete from event_log_head",
                "truncate event_log_head"
            })
    void givenTheApplicationsRole_whenItChangesTheLog_thenItIsNotAllowed(String statement) {
        assertThatThrownBy(() -> database.jdbc().sql(statement).update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update domain_event_entry set payload = '{}'",
                "delete from domain_event_entry",
                "truncate domain_event_entry"
            })
    void givenTheOwner_whenItChangesTheLog_thenTheTriggersRefuse(String statement) {
        JdbcClient owner = JdbcClient.create(database.owner());
        assertThatThrownBy(() -> owner.sql(statement).update())
                .rootCause()
                .hasMessageContaining("domain_event_entry is append-only");
        assertThat(owner.sql("select count(*) > 0 from domain_event_entry")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
