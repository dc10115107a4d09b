package io.amanat.platform.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A password made on first use and kept in a file that only its owner can read. */
record PasswordFile(Path path) {

    private static final int RANDOM_BYTES = 24;

    static PasswordFile of(Path keysFolder, String role) {
        return new PasswordFile(keysFolder.resolve("postgres-" + role + ".password"));
    }

    boolean exists() {
        return Files.exists(path);
    }

    String readOrCreate() throws IOException {
        if (!exists()) {
            create();
        }
        return Files.readString(path).strip();
    }

    private void create() throws IOException {
        Path folder = path.resolveSibling(".").normalize();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, asFileAttribute(fromString("rwx------")));
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        Path fresh = Files.createTempFile(folder, "new-", ".password", asFileAttribute(fromString("rw-------")));
        Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        Files.move(fresh, path, ATOMIC_MOVE);
    }
}
