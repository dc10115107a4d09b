package io.amanat.chain.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs npm in a folder, with a bounded wait; what it says goes to {@code npm.log} there. */
final class Npm {

    private final String program;
    private final Path folder;
    private final Duration timeout;

    Npm(String program, Path folder, Duration timeout) {
        this.program = program;
        this.folder = folder;
        this.timeout = timeout;
    }

    void run(String... arguments) throws IOException {
        Path log = folder.resolve("npm.log");
        Process npm = start(log, arguments);
        try {
            if (!npm.waitFor(timeout.toSeconds(), TimeUnit.SECONDS)) {
                npm.destroyForcibly();
                throw new LocalChainUnavailable(
                        "npm did not finish within " + timeout.toMinutes() + " minutes: see " + log + ".");
            }
        } catch (InterruptedException interrupted) {
            npm.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LocalChainUnavailable("Stopped while npm was installing the local EVM node.", interrupted);
        }
        if (npm.exitValue() != 0) {
            throw new LocalChainUnavailable(
                    "npm could not install the local EVM node (" + firstError(log) + "): see " + log + ".");
        }
    }

    private Process start(Path log, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException missing) {
            throw new NodeMissing(
                    "Node.js with npm is needed for the local chain and was not found: install Node 20 or newer, or set"
                            + " amanat.chain.rpc-url to an existing node.",
                    missing);
        }
    }

    private static String firstError(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("npm error"))
                .findFirst()
                .orElse("no reason given");
    }
}
