package io.amanat.platform.postgres;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the server wrote since it was started last; the file of the start before is kept beside it. */
record ServerLog(Path file) {

    static ServerLog startIn(Path cluster) throws IOException {
        Path file = cluster.resolve("server.log");
        if (Files.exists(file)) {
            Files.move(file, cluster.resolve("server.log.old"), REPLACE_EXISTING);
        }
        return new ServerLog(file);
    }

    String text() throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    }

    /** The line that says why: the first fatal one, otherwise the last one. */
    static String reason(String output) {
        List<String> lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.stream()
                .filter(line -> line.matches(".*(FATAL|PANIC|[eE]rror):.*"))
                .findFirst()
                .map(line -> line.replaceFirst("^.*?(FATAL|PANIC|[eE]rror):\\s*", ""))
                .orElse(lines.isEmpty() ? "it did not say why" : lines.getLast())
                .replaceFirst("\\.$", "");
    }
}
