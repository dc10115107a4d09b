package io.amanat.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}: says which server uses a data folder. It is left behind by kill -9, and then its process id may by now be
 * anybody's.
 */
record PostmasterFile(Path cluster) {

    /** No process has this id; PostgreSQL takes the file for stale, yet still looks whether old backends hold its shared memory. */
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    /** The server that runs on this data folder right now. */
    Optional<ProcessHandle> runningServer() throws IOException {
        return processId()
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(this::isOurServer);
    }

    /** Makes a file whose process id now belongs to a stranger look stale to PostgreSQL, which otherwise refuses to start. */
    void disownStranger() throws IOException {
        if (processId().flatMap(ProcessHandle::of).isEmpty() || runningServer().isPresent()) {
            return;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        lines.set(0, NOBODY);
        Files.write(file(), lines);
    }

    private Optional<Long> processId() throws IOException {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file());
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            // kill -9 between creating and writing the file
            Files.delete(file());
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(lines.getFirst().strip()));
    }

    private boolean isOurServer(ProcessHandle process) {
        String commandLine = process.info().commandLine().orElse("");
        return commandLine.contains("postgres") && commandLine.contains(cluster.toString());
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }
}
