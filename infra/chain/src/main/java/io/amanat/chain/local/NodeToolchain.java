package io.amanat.chain.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Has npm install anvil into a folder, once. The versions are those of the lock file that is packed with this class; afterwards neither
 * Node nor npm is needed to run it.
 */
public final class NodeToolchain {

    private static final List<String> PACKED = List.of("package.json", "package-lock.json", ".npmrc");
    private static final Duration INSTALL_TIMEOUT = Duration.ofMinutes(5);

    private final Path folder;
    private final Consumer<String> progress;

    /**
     * A toolchain that nothing is done with yet.
     *
     * @param folder made if it is not there; several processes may share it
     * @param progress told one line per step
     */
    public NodeToolchain(Path folder, Consumer<String> progress) {
        this.folder = folder.toAbsolutePath();
        this.progress = progress;
    }

    /**
     * The anvil program, installed now if it is not there.
     *
     * @throws LocalChainUnavailable if npm is missing, fails, or has no anvil for this platform
     */
    public Path anvil() {
        AnvilPackage wanted = AnvilPackage.ofThisPlatform();
        Path program = wanted.programIn(folder);
        if (Files.isExecutable(program)) {
            return program;
        }
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock alone = channel.lock()) {
                if (alone.isValid() && !Files.isExecutable(program)) {
                    install(wanted);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written", failure);
        }
        if (!Files.isExecutable(program)) {
            throw new LocalChainUnavailable("npm installed no anvil for this platform into " + folder
                    + ": set amanat.chain.rpc-url to an existing node instead.");
        }
        return program;
    }

    private void install(AnvilPackage wanted) throws IOException {
        for (String name : PACKED) {
            try (InputStream packed = NodeToolchain.class.getResourceAsStream("node/" + name)) {
                if (packed == null) {
                    throw new IllegalStateException("Not packed with this app: node/" + name);
                }
                Files.copy(packed, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        progress.accept("Installing the local EVM node (anvil) with npm into " + folder + ", once");
        Npm npm = new Npm(wanted.npm(), folder, INSTALL_TIMEOUT);
        if (wanted.isLocked()) {
            npm.run("ci", "--omit=dev", "--ignore-scripts", "--no-progress");
        } else {
            npm.run(
                    "install",
                    "--no-save",
                    "--no-package-lock",
                    "--omit=dev",
                    "--ignore-scripts",
                    "--no-progress",
                    wanted.name());
        }
    }
}
