package io.amanat.platform.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.amanat.platform.startup.StartupProblem;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked from the class path into a folder that later starts use again. */
final class PostgresBinaries {

    static final int MAJOR_VERSION = 18;

    private PostgresBinaries() {}

    /** Returns the folder that has {@code bin/initdb}, {@code bin/pg_ctl} and {@code bin/postgres}; several may unpack at once. */
    static Path unpackInto(Path folder) {
        Path home = folder.resolve("postgresql-" + MAJOR_VERSION + "-" + fingerprint());
        if (Files.isDirectory(home)) {
            return home;
        }
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempDirectory(folder, "unpacking-");
            try (InputStream archive = archive()) {
                extract(archive, fresh);
            }
            publish(fresh, home);
            return home;
        } catch (IOException e) {
            throw new StartupProblem(
                    "The programs of PostgreSQL could not be unpacked into " + folder + ": " + e.getMessage() + ".",
                    "Free about 100 MB there, make the folder writable, or configure an existing PostgreSQL.",
                    e);
        }
    }

    private static void publish(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Folders.deleteRecursively(fresh);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            Folders.deleteRecursively(fresh);
        }
    }

    private static void extract(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive has an entry outside its root: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, file);
                    file.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
                }
            }
        }
    }

    private static InputStream archive() throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(operatingSystem(), architecture());
        } catch (IllegalStateException e) {
            throw new StartupProblem(
                    "No PostgreSQL comes with this build for " + operatingSystem() + " on " + architecture() + ".",
                    "Configure an existing PostgreSQL " + MAJOR_VERSION + " with amanat.postgres.url.",
                    e);
        }
    }

    /** Tells one packaged minor version from the next, so that an upgrade unpacks anew. */
    private static String fingerprint() {
        CRC32 checksum = new CRC32();
        try (InputStream archive = new CheckedInputStream(archive(), checksum)) {
            archive.transferTo(OutputStream.nullOutputStream());
            return Long.toHexString(checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "Darwin" : name.startsWith("windows") ? "Windows" : "Linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }
}
