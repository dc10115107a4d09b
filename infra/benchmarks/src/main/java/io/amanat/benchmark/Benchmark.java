package io.amanat.benchmark;

import ch.qos.logback.classic.Level;
import io.amanat.benchmark.postgres.Pgbench;
import io.amanat.benchmark.postgres.PgbenchMissing;
import io.amanat.platform.startup.StartupProblem;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code ./benchmark}: measures, prints the table, writes the JSON. Ends with status 1 and one sentence when it cannot. */
public final class Benchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Benchmark() {}

    public static void main(String[] args) {
        quieten();
        try {
            Plan plan = Plan.of(args);
            Pgbench.require();
            boolean complete = plan.growth()
                    ? new Growth(plan, Benchmark::say).run(OUT)
                    : new Comparison(plan, Benchmark::say).run(OUT);
            // pools and schedulers of what was measured may still have threads
            System.exit(complete ? 0 : 1);
        } catch (IllegalArgumentException | PgbenchMissing | StartupProblem problem) {
            OUT.println(problem.getMessage());
            System.exit(1);
        }
    }

    /** Before anything of what is measured says a word. */
    private static void quieten() {
        System.setProperty("disable-axoniq-console-message", "true");
        System.setProperty("axoniq.update-checker.disabled", "true");
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private static void say(String progress) {
        OUT.println(Instant.now().toString().substring(11, 19) + "  " + progress);
    }
}
