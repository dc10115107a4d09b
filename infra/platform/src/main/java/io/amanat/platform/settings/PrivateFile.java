package io.amanat.platform.settings;

import io.amanat.platform.startup.StartupProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** A secret in a file that only its owner reads. Made once; from then on it is the installation's for good. */
public final class PrivateFile {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private PrivateFile() {}

    /**
     * The content of {@code file}, made by {@code first} when there is none.
     *
     * @throws StartupProblem when it cannot be read or written, or when others can read it
     */
    public static String readOrCreate(Path file, Supplier<String> first) {
        try {
            if (Files.notExists(file)) {
                create(file, first.get());
            }
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new StartupProblem(
                        "The secret in " + file + " can be read by others than its owner.",
                        "Run: chmod 600 " + file + " (and think of the secret as known to those others).");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new StartupProblem(
                    "The secret in " + file + " could not be read or made: " + e.getMessage() + ".",
                    "See that the folder belongs to the user that runs Amanat.",
                    e);
        }
    }

    /** Complete on the disk under another name before it gets its own, so that a crash leaves no half of a key. */
    private static void create(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent(), OWNER_FOLDER);
        Path half = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new", OWNER_FILE);
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        try {
            Files.createLink(file, half);
            Files.delete(half);
        } catch (FileAlreadyExistsException e) {
            Files.delete(half);
        } catch (UnsupportedOperationException e) {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
