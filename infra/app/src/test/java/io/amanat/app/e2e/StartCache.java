package io.amanat.app.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/**
 * What the JVM has learnt of the platform's classes in one start (an AOT cache, JEP 483 and 514), so that the many starts of these tests
 * take less time. The platform does the same things with it and without it.
 *
 * @param arguments of {@code java}, the class path among them
 */
record StartCache(List<String> arguments) {

    /** Belong to the cache: one that was made under other options is not used. */
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int MINUTES_MAX = 3;
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
            boolean made = new Training(folder, plain).run(cache);
            List<String> arguments = new ArrayList<>(plain);
            if (made) {
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

    /** One start with a database and a chain of its own, which ends when the platform is up. */
    private record Training(Path folder, List<String> plain) {

        boolean run(Path cache) throws IOException {
            Path data = Files.createTempDirectory("amanat-start-cache");
            Files.deleteIfExists(cache);
            List<String> command = new ArrayList<>(
                    List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:AOTCacheOutput=" + cache));
            command.addAll(plain);
            command.addAll(List.of(
                    "-Dspring.context.exit=onRefresh",
                    "io.amanat.app.AmanatApplication",
                    "--amanat.data-folder=" + data,
                    "--amanat.chain.local.port=" + RunningPlatform.freePort(),
                    "--amanat.postgres.port=" + RunningPlatform.freePort(),
                    "--server.port=0"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("training.log").toFile())
                    .start();
            try {
                if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
            return Files.exists(cache);
        }
    }
}
