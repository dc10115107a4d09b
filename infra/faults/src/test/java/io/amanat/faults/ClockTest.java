package io.amanat.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.eventlog.LogEntry;
import io.amanat.eventlog.LogReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node's clock is set back by an hour under load, and set right again. */
class ClockTest {
    private static final int CLIENTS = 4;
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    @Test
    void givenAClockSetBack_thenTheOrderIsThatOfPositionsAndTimeQueriesKeepTheirWord() {
        try (Server server = Server.start(folder);
                NodeProcess node = NodeProcess.start(NodeSettings.of("wrong-clock", server.access()));
                Clients clients =
                        new Clients(CLIENTS, () -> List.of(node), Duration.ofSeconds(40), Duration.ofMillis(5))) {
            clients.awaitEach(30, WITHIN);
            assertThat(node.ask("clock -" + HOUR.toSeconds())).isEqualTo("done");
            clients.awaitEach(30, WITHIN);
            assertThat(node.ask("clock 0")).isEqualTo("done");
            clients.awaitEach(30, WITHIN);
            clients.stop();

            assertThat(clients.otherAnswers()).isEmpty();
            Truth.check(server, clients);
            LogReader log = new LogReader(server.owner());
            List<LogEntry> all = log.read(0, Long.MAX_VALUE, Integer.MAX_VALUE);
            assertThat(largestStepBack(all)).isCloseTo(HOUR, Duration.ofMinutes(5));
            timeQueriesKeepTheirWord(log, all);
        }
    }

    /** Whatever the clocks did: before everything is the beginning, after everything the head, and else an event that is not older. */
    private static void timeQueriesKeepTheirWord(LogReader log, List<LogEntry> all) {
        Instant earliest =
                all.stream().map(LogEntry::at).min(Instant::compareTo).orElseThrow();
        Instant latest = all.stream().map(LogEntry::at).max(Instant::compareTo).orElseThrow();
        assertThat(log.positionBefore(earliest.minus(HOUR))).isZero();
        assertThat(log.positionBefore(latest.plusMillis(1))).isEqualTo(all.size());
        for (int index = 0; index < all.size(); index += 10) {
            Instant asked = all.get(index).at();
            long before = log.positionBefore(asked);
            assertThat(before).isLessThan(all.size());
            assertThat(all.get((int) before).at()).as("first after %s", asked).isAfterOrEqualTo(asked);
        }
    }

    private static Duration largestStepBack(List<LogEntry> all) {
        Duration largest = Duration.ZERO;
        for (int index = 1; index < all.size(); index++) {
            Duration back =
                    Duration.between(all.get(index).at(), all.get(index - 1).at());
            largest = back.compareTo(largest) > 0 ? back : largest;
        }
        return largest;
    }
}
