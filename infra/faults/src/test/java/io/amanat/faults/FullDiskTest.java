package io.amanat.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log's table lies in a small file system of its own, which fills up. */
class FullDiskTest {
    private static final int CLIENTS = 4;
    private static final Duration WITHIN = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=32m", "amanat-faults", disk.toString()))
                .as("a small file system can be mounted here, which takes root's rights on Linux")
                .isZero();
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void givenAFullDisk_whenAppended_thenRefusedWholeAndReadsGoOnUntilThereIsRoomAgain() throws Exception {
        try (Server server = Server.start(folder.resolve("data"));
                NodeProcess node = NodeProcess.start(NodeSettings.of("full", server.access()))) {
            server.superuser()
                    .sql("create tablespace small location '" + disk + "'")
                    .update();
            server.superuser()
                    .sql("alter table amanat.domain_event_entry set tablespace small")
                    .update();
            try (Clients clients =
                    new Clients(CLIENTS, () -> List.of(node), Duration.ofSeconds(40), Duration.ofMillis(5))) {
                clients.awaitEach(10, WITHIN);
                Path filler = fill();
                await().atMost(WITHIN).until(() -> clients.otherAnswers("failed AppendFailed") > 5 * CLIENTS);

                assertThat(node.ask("health")).startsWith("UP UP");
                Truth.checkLog(server);
                server.awaitProjected(WITHIN);

                int before = clients.acknowledged();
                Files.delete(filler);
                clients.awaitEach(10, WITHIN);
                clients.stop();
                System.out.printf(
                        "disk full: %d commands acknowledged, %d before there was room; others: %s%n",
                        clients.acknowledged(), before, clients.otherAnswers());
                assertThat(clients.otherAnswers().keySet())
                        .allMatch(answer -> answer.startsWith("failed AppendFailed"));
                Truth.check(server, clients);
            }
        }
    }

    private Path fill() throws IOException {
        Path filler = disk.resolve("filler");
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
        return filler;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
