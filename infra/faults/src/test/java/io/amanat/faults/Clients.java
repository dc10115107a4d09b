package io.amanat.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * People who send one command after the other, the next one when the last is acknowledged, and repeat one without a good answer until it
 * is, at whichever node lives, under the same idempotency key. They live in the test's process: what was acknowledged is remembered here
 * whatever dies.
 */
final class Clients implements AutoCloseable {
    private static final Duration END = Duration.ofMinutes(3);
    private static final long BEFORE_A_REPEAT_NANOS = Duration.ofMillis(20).toNanos();

    private final Supplier<List<NodeProcess>> nodes;
    private final Duration patience;
    private final Duration pause;
    private final AtomicIntegerArray acknowledged;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final AtomicLong slowestNanos = new AtomicLong();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Starts them.
     *
     * @param nodes those that are to be asked; a client changes to the next one after each failure
     * @param patience for an answer
     * @param pause between two commands of one client
     */
    Clients(int count, Supplier<List<NodeProcess>> nodes, Duration patience, Duration pause) {
        this.nodes = nodes;
        this.patience = patience;
        this.pause = pause;
        this.acknowledged = new AtomicIntegerArray(count);
        for (int number = 0; number < Script.POPULAR_COMMANDS; number++) {
            assertThat(nodes.get().getFirst().ask("do " + Script.POPULAR + " " + number))
                    .isEqualTo("done");
        }
        for (int client = 0; client < count; client++) {
            int number = client;
            threads.add(Thread.ofVirtual().name("client-" + client).start(() -> run(number)));
        }
    }

    int count() {
        return acknowledged.length();
    }

    /** How many of its commands a client knows to be done: those with lower numbers. */
    int acknowledged(int client) {
        return acknowledged.get(client);
    }

    /** Waits until each has so many more commands acknowledged. */
    void awaitEach(int more, Duration atMost) {
        int[] before = IntStream.range(0, count()).map(acknowledged::get).toArray();
        await().atMost(atMost)
                .until(() -> IntStream.range(0, count())
                        .allMatch(client -> acknowledged.get(client) >= before[client] + more));
    }

    int acknowledged() {
        return IntStream.range(0, count()).map(acknowledged::get).sum();
    }

    /** What else was answered than that it is done, by its first words, and how often. */
    Map<String, Integer> otherAnswers() {
        Map<String, Integer> counts = new TreeMap<>();
        answers.forEach((answer, times) -> counts.put(answer, times.get()));
        return counts;
    }

    int otherAnswers(String word) {
        return otherAnswers().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith(word))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The longest that a client has waited for an answer, of whatever kind. */
    Duration slowest() {
        return Duration.ofNanos(slowestNanos.get());
    }

    /** Returns when each has the good answer to its last command. */
    void stop() {
        stopped.countDown();
        long until = System.nanoTime() + END.toNanos();
        for (Thread thread : threads) {
            try {
                assertThat(thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime()))))
                        .as("%s got its last answer; others were %s", thread.getName(), otherAnswers())
                        .isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run(int client) {
        int turn = client;
        Caller caller = null;
        while (stopped.getCount() > 0) {
            boolean done = false;
            while (!done) {
                try {
                    if (caller == null) {
                        List<NodeProcess> all = nodes.get();
                        caller = new Caller(all.get(turn % all.size()).port(), patience);
                    }
                    done = isDone(timed(caller, "do " + client + " " + acknowledged.get(client)));
                } catch (IOException e) {
                    count(e.getClass().getSimpleName());
                    close(caller);
                    caller = null;
                }
                if (!done) {
                    turn++;
                    if (Thread.interrupted()) {
                        return;
                    }
                    LockSupport.parkNanos(BEFORE_A_REPEAT_NANOS);
                }
            }
            acknowledged.incrementAndGet(client);
            wait(pause);
        }
        close(caller);
    }

    private String timed(Caller caller, String line) throws IOException {
        long asked = System.nanoTime();
        try {
            return caller.ask(line);
        } finally {
            slowestNanos.accumulateAndGet(System.nanoTime() - asked, Math::max);
        }
    }

    private boolean isDone(String answer) {
        if (answer.equals("done")) {
            return true;
        }
        count(answer.split(":", 2)[0]);
        return false;
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, _ -> new AtomicInteger()).incrementAndGet();
    }

    private void wait(Duration time) {
        try {
            var _ = stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Caller caller) {
        if (caller != null) {
            try {
                caller.close();
            } catch (IOException e) {
                // it is gone
            }
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        threads.forEach(Thread::interrupt);
    }
}
