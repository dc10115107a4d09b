package io.amanat.benchmark.postgres;

import io.amanat.platform.postgres.DatabaseAccess.Login;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own benchmark program: what the server can do when nothing but it costs anything. Prepared statements, no think time. */
public final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final int THREADS_MAX = 2;

    /** It compiles nothing: only the server's pages are to be in memory. */
    private static final Duration WARM_UP_MAX = Duration.ofSeconds(5);

    private final Path program;
    private final BenchmarkServer server;

    /**
     * Looks for the program.
     *
     * @throws PgbenchMissing when there is none
     */
    public Pgbench(BenchmarkServer server) {
        this.program = find();
        this.server = server;
    }

    /**
     * Better known before the minutes of preparation than after.
     *
     * @throws PgbenchMissing when there is none
     */
    public static void require() {
        find();
    }

    /**
     * Runs {@code scripts} in turn, by chance, and returns how many per second.
     *
     * @param variables that the scripts name with a colon
     * @throws IllegalStateException with what pgbench said when it failed
     */
    public double perSecond(
            String database, List<String> scripts, Map<String, String> variables, int clients, Duration length) {
        try {
            Path folder = Files.createTempDirectory("amanat-pgbench-");
            try {
                return rate(run(command(folder, database, scripts, variables, clients, length)));
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> command(
            Path folder,
            String database,
            List<String> scripts,
            Map<String, String> variables,
            int clients,
            Duration length)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--host=127.0.0.1",
                "--port=" + server.port(),
                "--username=" + server.superuser().role(),
                "--protocol=prepared",
                "--no-vacuum",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, THREADS_MAX),
                "--time=" + Math.max(1, length.toSeconds())));
        variables.forEach((name, value) -> command.add("--define=" + name + "=" + value));
        for (int i = 0; i < scripts.size(); i++) {
            command.add("--file=" + Files.writeString(folder.resolve(i + ".sql"), scripts.get(i)));
        }
        command.add(database);
        return command;
    }

    private String run(List<String> command) throws IOException {
        Login login = server.superuser();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("PGPASSWORD", login.password());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pgbench failed: " + output.strip());
            }
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return output;
    }

    /** How long it is to run before it counts, when others are warmed up for {@code theirs}. */
    public static Duration warmUp(Duration theirs) {
        return theirs.compareTo(WARM_UP_MAX) < 0 ? theirs : WARM_UP_MAX;
    }

    static double rate(String output) {
        Matcher found = RATE.matcher(output);
        if (!found.find()) {
            throw new IllegalStateException("pgbench told no rate: " + output.strip());
        }
        return Double.parseDouble(found.group(1));
    }

    private static Path find() {
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "pgbench"));
        return Stream.concat(onPath, debian().stream())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(PgbenchMissing::new);
    }

    /** Debian keeps the programs of each version apart; the newest first. */
    private static List<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.sorted(Comparator.comparing(Path::toString).reversed())
                    .map(version -> version.resolve("bin").resolve("pgbench"))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
