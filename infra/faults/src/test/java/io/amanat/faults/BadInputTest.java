package io.amanat.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody can store, and what nobody can read. */
class BadInputTest {
    private static final Duration WITHIN = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void givenWhatCannotBeStoredOrRead_thenItIsRefusedOrSetAsideByNameAndOthersGoOn() {
        try (Server server = Server.start(folder);
                NodeProcess node = NodeProcess.start(NodeSettings.of("bad-input", server.access()))) {
            assertThat(node.ask("do 0 0")).isEqualTo("done");
            assertThat(node.ask("too-large 1")).startsWith("failed EventTooLarge");
            assertThat(node.ask("do 0 1")).isEqualTo("done");
            server.awaitProjected(WITHIN);
            assertThat(node.ask("health")).startsWith("UP UP");

            Map<String, Object> first = server.sql()
                    .sql("select aggregate_identifier, type, meta_data from domain_event_entry where global_index = 1")
                    .query()
                    .singleRow();
            server.sql()
                    .sql("""
                        insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, payload_type,
                                                        payload, meta_data, time_stamp)
                        values (:id, :aggregate, 1, :type, 'user.abducted.v1', '{}'::bytea, :metadata, '2026-03-01T12:00:00.000Z')\
                        """)
                    .param("id", UUID.randomUUID().toString())
                    .param("aggregate", first.get("aggregate_identifier"))
                    .param("type", first.get("type"))
                    .param("metadata", first.get("meta_data"))
                    .update();

            assertThat(node.ask("do 2 0")).isEqualTo("done");
            server.awaitProjected(WITHIN);
            await().atMost(WITHIN).until(() -> node.ask("health").startsWith("UP DOWN"));
            assertThat(server.sql()
                            .sql("select event_type || ': ' || cause from amanat_read.dead_letters")
                            .query(String.class)
                            .list())
                    .singleElement()
                    .asString()
                    .startsWith("user.abducted.v1: ")
                    .contains("UnknownEventType");
            assertThat(node.ask("do 0 0")).startsWith("failed UnknownEventType");
        }
    }
}
