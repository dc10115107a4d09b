package io.amanat.benchmark.app;

import io.amanat.app.assembly.AppConfiguration;
import io.amanat.app.start.FoundationsInitializer;
import io.amanat.contract.CommandSender;
import io.amanat.contract.EventPositions;
import io.amanat.platform.postgres.DatabaseAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole platform in this process, without a chain: command side, sagas, live projections, jobs and HTTP, as {@code ./run} starts it.
 * It logs to its file as always, and not to the terminal.
 */
public final class LivePlatform implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ConfigurableApplicationContext context;

    private LivePlatform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Returns when it is up. Sagas and custody begin after the events that are in the log already. */
    public static LivePlatform start(DatabaseAccess access, Path dataFolder) {
        SpringApplication application = new SpringApplication(AppConfiguration.class);
        application.addInitializers(new FoundationsInitializer());
        application.setRegisterShutdownHook(false);
        return new LivePlatform(application.run(
                "--amanat.data-folder=" + dataFolder,
                "--amanat.postgres.url=" + access.url(),
                "--amanat.postgres.owner-password=" + access.owner().password(),
                "--amanat.postgres.app-password=" + access.app().password(),
                "--amanat.chain.local.enabled=false",
                "--amanat.demo.accounts=false",
                "--server.port=0",
                "--logging.threshold.console=off"));
    }

    public CommandSender sender() {
        return context.getBean(CommandSender.class);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /**
     * Waits until the read tables show everything that is in the log now.
     *
     * @throws IllegalStateException when they do not within {@code atMost}
     */
    public void awaitProjections(Duration atMost) {
        EventPositions positions = context.getBean(EventPositions.class);
        long head = positions.head();
        await(() -> positions.projected() >= head, atMost, "the read tables did not reach position " + head);
    }

    /** Looks now and then. */
    static void await(BooleanSupplier condition, Duration atMost, String otherwise) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(otherwise + " within " + atMost.toSeconds() + " s");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
