package io.amanat.chain.local;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The npm package that holds anvil's program for one platform. The package {@code @foundry-rs/anvil} only chooses among them, so
 * it is not used.
 */
record AnvilPackage(String platform) {

    private static final String VERSION = "1.7.1";

    /** The platform whose package stands in our lock file; the others' are taken by version, without an integrity hash of ours. */
    private static final String LOCKED_PLATFORM = "linux-amd64";

    static AnvilPackage ofThisPlatform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        if (os.startsWith("windows")) {
            return new AnvilPackage("win32-" + arch);
        }
        return new AnvilPackage((os.startsWith("mac") ? "darwin-" : "linux-") + arch);
    }

    boolean isLocked() {
        return platform.equals(LOCKED_PLATFORM);
    }

    /** As npm takes it. */
    String name() {
        return "@foundry-rs/anvil-" + platform + "@" + VERSION;
    }

    /** The npm program of this platform. */
    String npm() {
        return platform.startsWith("win32") ? "npm.cmd" : "npm";
    }

    Path programIn(Path folder) {
        return folder.resolve("node_modules/@foundry-rs/anvil-" + platform + "/bin/"
                + (platform.startsWith("win32") ? "anvil.exe" : "anvil"));
    }
}
