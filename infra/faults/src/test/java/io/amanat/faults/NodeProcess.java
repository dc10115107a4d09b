package io.amanat.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A {@link Node} in a process of its own. Its log is {@code target/faults/<name>.log}, over all its lives. */
final class NodeProcess implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(150);

    private final Process process;
    private final int port;

    private NodeProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it takes commands. */
    static NodeProcess start(NodeSettings settings) {
        Path log = Path.of("target", "faults", settings.name() + ".log").toAbsolutePath();
        try {
            Files.createDirectories(log.resolveSibling("."));
            ProcessBuilder builder =
                    new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(settings.toEnvironment());
            Process process = builder.start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String first = out.readLine();
            if (first == null) {
                throw new IllegalStateException("the node did not start; see " + log);
            }
            return new NodeProcess(process, Integer.parseInt(first));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command() {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=node-logback.xml",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Node.class.getName());
    }

    int port() {
        return port;
    }

    /** One line for one line, on a connection of its own. */
    String ask(String line) {
        try (Caller caller = new Caller(port, ANSWER)) {
            return caller.ask(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        Signals.kill(process.toHandle());
    }

    void freeze() {
        Signals.freeze(Stream.of(process.toHandle()));
    }

    void thaw() {
        Signals.thaw(Stream.of(process.toHandle()));
    }

    /** Asks it to end, and waits. */
    void end() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
