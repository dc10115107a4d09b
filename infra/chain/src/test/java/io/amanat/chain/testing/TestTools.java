package io.amanat.chain.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests find what npm installs, and a port. */
public final class TestTools {

    private TestTools() {}

    /** The checkout's root: the nearest folder above that holds {@code infra/chain/node}. */
    public static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("infra/chain/node"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "Not inside a checkout: " + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    /** The folder that npm installs anvil into, the same as for a run from the checkout. */
    public static Path toolsFolder() {
        return projectRoot().resolve(".amanat/node");
    }

    /** A port that was free a moment ago. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
