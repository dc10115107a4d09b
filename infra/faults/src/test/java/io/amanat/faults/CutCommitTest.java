package io.amanat.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.faults.Wire.Cut;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wire to PostgreSQL is cut in the middle of a command's commit. */
class CutCommitTest {
    private static final int CLIENT = 0;
    private static final Duration OUTCOME_TIMEOUT = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    @Test
    void givenAWireCutWithinCommits_thenEachCommandIsThereOnceAndItsClientKnows() throws IOException {
        try (Server server = Server.start(folder);
                Wire wire = new Wire(server.port());
                NodeProcess node = NodeProcess.start(settings(server, wire));
                Clients nobody = new Clients(0, () -> List.of(node), OUTCOME_TIMEOUT, Duration.ZERO)) {
            int number = 0;
            for (Cut cut : Cut.values()) {
                wire.cutAt(Script.key(CLIENT, number), cut);
                assertThat(node.ask("do " + CLIENT + " " + number))
                        .as("%s", cut)
                        .isEqualTo("done");
                assertThat(wire.wasCut()).isTrue();
                number++;
            }
            assertThat(unknownThenRepeated(wire, node)).isEqualTo("done");

            assertThat(server.sql().sql("""
                select idempotency_key from domain_event_entry where idempotency_key like '%client-0-%' order by global_index\
                """).query(String.class).list())
                    .extracting(key -> key.substring(key.indexOf('/') + 1))
                    .containsExactly(Script.key(CLIENT, 0), Script.key(CLIENT, 1), Script.key(CLIENT, 2));
            assertThat(nobody.otherAnswers()).isEmpty();
        }
    }

    /** Nobody can be asked before the time is up. Then the repeat under the same key finds the first answer. */
    private static String unknownThenRepeated(Wire wire, NodeProcess node) {
        wire.cutAt(Script.key(CLIENT, 2), Cut.BEFORE_THE_REPLY);
        wire.refuse(true);
        assertThat(node.ask("do " + CLIENT + " 2")).startsWith("unknown");
        wire.refuse(false);
        return node.ask("do " + CLIENT + " 2");
    }

    private static NodeSettings settings(Server server, Wire wire) {
        return NodeSettings.of("cut-off", server.access())
                .withUrl("jdbc:postgresql://127.0.0.1:" + wire.port() + "/amanat")
                .withOutcomeTimeout(OUTCOME_TIMEOUT);
    }
}
