package io.amanat.chain.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** An app in a process of its own that starts a local chain, prints anvil's process id, mines nothing more, and waits to be killed. */
final class ChildApp {

    private ChildApp() {}

    static Process start(LocalChainSettings settings) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildApp.class.getName(),
                        settings.folder().toString(),
                        settings.toolsFolder().toString(),
                        String.valueOf(settings.port()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        Duration never = Duration.ofDays(1);
        LocalChain chain = LocalChain.start(
                new LocalChainSettings(
                        Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]), never, 0, never),
                line -> {});
        System.out.println(chain.pid().orElseThrow());
        System.out.flush();
        int nothing = System.in.read();
        System.exit(nothing);
    }
}
