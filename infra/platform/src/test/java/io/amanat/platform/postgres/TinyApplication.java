package io.amanat.platform.postgres;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** An application that starts the embedded database and then only lives, so that a test can kill it. */
final class TinyApplication {

    private TinyApplication() {}

    static Process start(EmbeddedDatabaseSettings settings) throws Exception {
        Path ready = settings.clusterFolder().resolveSibling("tiny-application-ready");
        Files.deleteIfExists(ready);
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        TinyApplication.class.getName(),
                        settings.clusterFolder().resolveSibling(".").normalize().toString(),
                        settings.binariesFolder().toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "tiny-application.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(ready) || !process.isAlive());
        return process;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        EmbeddedDatabase.start(EmbeddedDatabaseSettings.in(data, 0).withBinariesFolder(Path.of(arguments[1])));
        Files.createFile(data.resolve("tiny-application-ready"));
        new CountDownLatch(1).await();
    }
}
