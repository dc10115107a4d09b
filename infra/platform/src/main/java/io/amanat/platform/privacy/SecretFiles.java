package io.amanat.platform.privacy;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import io.amanat.platform.startup.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Secrets that are made once and kept in files that only their owner can read. One that is there is never replaced. */
final class SecretFiles {
    private final Path folder;

    SecretFiles(Path folder) {
        this.folder = folder;
    }

    /** The text of the file, which is made with {@code fresh} when it is not there. */
    String readOrCreate(String name, Supplier<String> fresh) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                create(file, fresh.get());
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new StartupProblem(
                    "The key file " + file + " can neither be read nor made.",
                    "See that the folder belongs to the account that runs Amanat.",
                    unreadable);
        }
    }

    private void create(Path file, String text) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, asFileAttribute(fromString("rwx------")));
        }
        Path draft = Files.createTempFile(folder, "new-", ".key", asFileAttribute(fromString("rw-------")));
        Files.writeString(draft, text + "\n");
        Files.move(draft, file, ATOMIC_MOVE);
    }
}
