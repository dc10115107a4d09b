package io.amanat.benchmark;

import io.amanat.benchmark.postgres.Pgbench;
import io.amanat.benchmark.postgres.PgbenchMissing;
import io.amanat.platform.startup.StartupProblem;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** {@code ./benchmark}: measures, prints the table, writes the JSON. Ends with status 1 and one sentence when it cannot. */
public final class Benchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Benchmark() {}

    public static void main(String[] args) {
        try {
            Plan plan = Plan.of(args);
            Pgbench.require();
            new Comparison(plan, Benchmark::say).run(OUT);
        } catch (IllegalArgumentException | PgbenchMissing | StartupProblem problem) {
            OUT.println(problem.getMessage());
            System.exit(1);
        }
        // pools and schedulers of what was measured may still have threads
        System.exit(0);
    }

    private static void say(String progress) {
        OUT.println(Instant.now().toString().substring(11, 19) + "  " + progress);
    }
}
