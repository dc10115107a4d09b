package io.amanat.chain.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An anvil process, which may outlive the app that started it: it has its own session, so that neither a kill -9 of the app nor Ctrl-C
 * in its terminal ends it.
 */
final class AnvilProcess {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final ProcessHandle handle;

    private AnvilProcess(ProcessHandle handle) {
        this.handle = handle;
    }

    /** Starts it; everything that it says goes to the log file, which is begun anew. */
    static AnvilProcess start(Path program, List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.add(program.toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        return new AnvilProcess(process.toHandle());
    }

    /** The process that an earlier app wrote down with {@link #remember}, if that very process still lives. */
    static Optional<AnvilProcess> remembered(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] words = Files.readString(file).strip().split(" ", 2);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(handle -> words.length == 2 && startOf(handle).equals(words[1]))
                .map(AnvilProcess::new);
    }

    void remember(Path file) throws IOException {
        WholeFile.write(file, (handle.pid() + " " + startOf(handle)).getBytes(StandardCharsets.UTF_8));
    }

    boolean isAlive() {
        return handle.isAlive();
    }

    long pid() {
        return handle.pid();
    }

    /** Ends it, by force if it does not go. */
    void stop() {
        handle.destroy();
        try {
            handle.onExit().get(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            handle.destroyForcibly();
        } catch (InterruptedException interrupted) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
