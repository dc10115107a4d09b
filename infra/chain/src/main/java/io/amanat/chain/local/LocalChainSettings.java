package io.amanat.chain.local;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the local chain runs.
 *
 * @param folder its kept state, such as {@code .amanat/chain}
 * @param toolsFolder where npm puts anvil, such as {@code .amanat/node}
 * @param port on 127.0.0.1
 * @param blockTime between blocks while something happens
 * @param settlingBlocks blocks mined after the last transaction before the chain falls idle; above every confirmation threshold
 * @param idleBlockTime between blocks of an idle chain, so that its state file stays small over days
 */
public record LocalChainSettings(
        Path folder, Path toolsFolder, int port, Duration blockTime, int settlingBlocks, Duration idleBlockTime) {

    public static final int DEFAULT_PORT = 8545;

    /** One block a second, 64 blocks to settle, then one a minute. */
    public static LocalChainSettings in(Path dataFolder) {
        return new LocalChainSettings(
                dataFolder.resolve("chain"),
                dataFolder.resolve("node"),
                DEFAULT_PORT,
                Duration.ofSeconds(1),
                64,
                Duration.ofMinutes(1));
    }

    public LocalChainSettings withPort(int other) {
        return new LocalChainSettings(folder, toolsFolder, other, blockTime, settlingBlocks, idleBlockTime);
    }

    public LocalChainSettings withBlockTime(Duration other) {
        return new LocalChainSettings(folder, toolsFolder, port, other, settlingBlocks, idleBlockTime);
    }

    Path stateFile() {
        return folder.resolve("state.json");
    }

    Path logFile() {
        return folder.resolve("anvil.log");
    }
}
