package io.amanat.app.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.springframework.util.FileSystemUtils;

/**
 * What the JVM has learnt of the platform's classes in one start (an AOT cache, JEP 483 and 514), so that the many starts of these tests
 * take less time. The platform does the same things with it and without it.
 *
 * @param arguments of {@code java}, the class path among them
 */
record StartCache(List<String> arguments) {

    /** Belong to the cache: one that was made under other options is not used. */
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final StartCache SHARED = make(Path.of("target", "start-cache"));

    /** Made by whoever asks first. */
    static StartCache shared() {
        return SHARED;
    }

    private static StartCache make(Path folder) {
        try {
            Files.createDirectories(folder);
            List<String> plain = new ArrayList<>(JVM);
            plain.addAll(List.of("-cp", jars(folder)));
            Path cache = folder.resolve("platform.aot").toAbsolutePath();
            List<String> arguments = new ArrayList<>(plain);
            if (learnt(plain, cache)) {
                arguments.addFirst("-XX:AOTCache=" + cache);
            } else {
                System.out.println("No start cache: every start of the platform takes its full time.");
            }
            return new StartCache(List.copyOf(arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cache knows classes from jars only, so folders are packed into one. */
    private static String jars(Path folder) {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            entries.add(Files.isDirectory(Path.of(entry)) ? jar(folder, entry, entries.size()) : entry);
        }
        return String.join(File.pathSeparator, entries);
    }

    private static String jar(Path folder, String classes, int number) {
        String file =
                folder.resolve("classes-" + number + ".jar").toAbsolutePath().toString();
        int failed = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", file, "-C", classes, ".");
        if (failed != 0) {
            throw new IllegalStateException("could not pack " + classes);
        }
        return file;
    }

    /** One start with a database and a chain of its own, which is stopped when the platform is up; the JVM writes the cache then. */
    private static boolean learnt(List<String> plain, Path cache) throws IOException {
        Files.deleteIfExists(cache);
        List<String> learning = new ArrayList<>(plain);
        learning.addFirst("-XX:AOTCacheOutput=" + cache);
        Path data = Files.createTempDirectory("amanat-start-cache");
        try (RunningPlatform platform = RunningPlatform.under(learning, data)) {
            platform.start();
        }
        FileSystemUtils.deleteRecursively(data);
        return Files.exists(cache);
    }
}
