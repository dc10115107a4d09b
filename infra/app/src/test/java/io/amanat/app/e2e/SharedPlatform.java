package io.amanat.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** One platform for all tests of this JVM that do not kill it. */
final class SharedPlatform {
    private SharedPlatform() {}

    private static final class Holder {
        private static final RunningPlatform PLATFORM = start();
    }

    static RunningPlatform get() {
        return Holder.PLATFORM;
    }

    private static RunningPlatform start() {
        try {
            RunningPlatform platform = new RunningPlatform(
                    Files.createTempDirectory("amanat-e2e"),
                    "--amanat.api.registrations-per-minute-max=1000",
                    "--amanat.providers.other=true",
                    "--amanat.providers.shkeeper.api-keys=" + ProvidersTest.SHKEEPER_KEY,
                    // euros and USDC have two sources that agree, lira has an aggregator that is not there yet
                    "--amanat.quoting.enabled=true",
                    "--amanat.quoting.prices.EUR.first.fixed=1.10",
                    "--amanat.quoting.prices.EUR.second.fixed=1.10",
                    "--amanat.quoting.prices.USDC.first.fixed=0.99",
                    "--amanat.quoting.prices.USDC.second.fixed=0.99",
                    "--amanat.quoting.prices.TRY.first.aggregator=" + QuotesTest.LIRA,
                    "--amanat.quoting.prices.TRY.second.fixed=0.03");
            platform.start();
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
