package io.amanat.benchmark;

import io.amanat.benchmark.measure.Rounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/**
 * What is asked for on the command line.
 *
 * @param quick for seeing that everything works: too short to be believed
 * @param growth how costs grow with the log, instead of the comparison
 * @param part of the comparison: {@code commands} or {@code readers}; both when empty
 * @param folder for the server's data, which is deleted, and the results, which are kept; on the disk that is to be measured
 */
record Plan(boolean quick, boolean growth, String part, Path folder) {

    private static final String USAGE =
            "Usage: ./benchmark [growth] [--quick] [--part=commands|readers] [--folder=<an empty folder on the disk to"
                    + " measure>]";
    private static final Path DEFAULT_FOLDER = Path.of("infra", "benchmarks", "target", "benchmark");

    static Plan of(String... arguments) {
        boolean quick = false;
        boolean growth = false;
        String part = "";
        Path folder = DEFAULT_FOLDER;
        for (String argument : arguments) {
            switch (argument) {
                case "" -> {}
                case "growth" -> growth = true;
                case "--quick" -> quick = true;
                case "--part=commands", "--part=readers" -> part = argument.substring(7);
                case String given when given.startsWith("--folder=") -> folder = Path.of(given.substring(9));
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return new Plan(quick, growth, part, folder.toAbsolutePath().normalize());
    }

    /** For what is measured at every length of the log. */
    Rounds shortRounds() {
        return quick ? rounds() : new Rounds(Duration.ofSeconds(10), Duration.ofSeconds(8), 3);
    }

    /** The data folder of the platform that runs in this process. */
    Path platformFolder() {
        return folder.resolve("platform");
    }

    /** The data folder of the platform that runs as a process of its own. */
    Path processFolder() {
        return folder.resolve("process");
    }

    /** Removes keys and logs of an earlier run; the server removes its own data. */
    void clean() {
        try {
            FileSystemUtils.deleteRecursively(platformFolder());
            FileSystemUtils.deleteRecursively(processFolder());
        } catch (IOException locked) {
            throw new UncheckedIOException(locked);
        }
    }

    boolean includes(String name) {
        return part.isEmpty() || part.equals(name);
    }

    Rounds rounds() {
        return quick
                ? new Rounds(Duration.ofSeconds(2), Duration.ofSeconds(2), 1)
                : new Rounds(Duration.ofSeconds(20), Duration.ofSeconds(6), 3);
    }
}
