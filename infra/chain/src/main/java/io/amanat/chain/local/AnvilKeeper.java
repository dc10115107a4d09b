package io.amanat.chain.local;

import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.EvmException;
import io.amanat.chain.evm.NodeUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the one anvil of a chain folder: takes over or starts, recognises, saves, stops. Not thread-safe by itself: its callers take turns. */
final class AnvilKeeper {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int PROBE_TIMEOUT_MS = 1_000;

    private final LocalChainSettings settings;
    private final Consumer<String> progress;
    private final EvmClient client;
    private final AnvilRpc anvil;
    private final Clock clock = Clock.systemUTC();
    private @Nullable ChainRecord record;
    private @Nullable AnvilProcess process;
    private boolean adopted;

    AnvilKeeper(LocalChainSettings settings, Consumer<String> progress, EvmClient client, AnvilRpc anvil) {
        this.settings = settings;
        this.progress = progress;
        this.client = client;
        this.anvil = anvil;
    }

    synchronized void bringUp() throws IOException {
        ChainRecord known = knownOrBorn();
        record = known;
        if (portAnswers()) {
            takeOver(known);
        } else {
            startAnvil(known);
        }
        anvil.setTime(clock.instant());
    }

    /** Starts anvil again if its process is gone. */
    synchronized void reviveIfDead() throws IOException {
        if (process == null || process.isAlive()) {
            return;
        }
        progress.accept("The local EVM node has died; starting it again from the last saved block");
        bringUp();
    }

    /** Writes the whole chain, then the block by which it is recognised; a kill between the two is harmless. */
    synchronized void save() {
        if (record == null) {
            return;
        }
        try {
            Block head = client.head();
            WholeFile.write(settings.stateFile(), anvil.dumpState());
            ChainRecord saved = record;
            for (Block block : saved.anchors().isEmpty() ? List.of(genesis(), head) : List.of(head)) {
                saved = saved.with(block);
            }
            saved.writeTo(settings.folder());
            record = saved;
        } catch (IOException failure) {
            throw new UncheckedIOException("The local chain cannot be saved in " + settings.folder(), failure);
        }
    }

    synchronized void stop() {
        if (process != null) {
            process.stop();
        }
    }

    synchronized boolean adopted() {
        return adopted;
    }

    synchronized Optional<Long> pid() {
        return Optional.ofNullable(process).map(AnvilProcess::pid);
    }

    private ChainRecord knownOrBorn() throws IOException {
        Optional<ChainRecord> known = ChainRecord.readFrom(settings.folder());
        if (known.isPresent()) {
            return known.get();
        }
        if (Files.exists(settings.stateFile())) {
            throw new ChainNotRecognised("The state of the local chain in " + settings.folder()
                    + " is there but chain.json, by which it is recognised, is not: restore it, or move the"
                    + " folder away.");
        }
        ChainRecord born = ChainRecord.born(LocalChain.CHAIN_ID, clock.instant());
        born.writeTo(settings.folder());
        return born;
    }

    private void takeOver(ChainRecord known) throws IOException {
        Optional<String> difference;
        try {
            difference = known.differenceTo(client);
        } catch (EvmException notAChain) {
            throw new LocalChainUnavailable(
                    "Port " + settings.port()
                            + " is in use by something that is not an EVM node: stop it or set"
                            + " amanat.chain.local.port.",
                    notAChain);
        }
        if (difference.isPresent()) {
            throw new ChainNotRecognised("Port " + settings.port() + " is in use by another chain than the one in "
                    + settings.folder() + " (" + difference.get() + "): stop it or set amanat.chain.local.port.");
        }
        process = AnvilProcess.remembered(pidFile()).orElse(null);
        adopted = true;
        progress.accept("Taking over the local EVM node that was left running on port " + settings.port());
    }

    private void startAnvil(ChainRecord known) throws IOException {
        if (!known.anchors().isEmpty() && !Files.exists(settings.stateFile())) {
            throw new ChainNotRecognised("The local chain is known up to block "
                    + known.anchors().getLast().number() + " but its state " + settings.stateFile()
                    + " is gone: restore it, or move the whole data folder away to begin anew.");
        }
        Path program = new NodeToolchain(settings.toolsFolder(), progress).anvil();
        adopted = false;
        AnvilProcess started = AnvilProcess.start(program, arguments(known), settings.logFile());
        process = started;
        started.remember(pidFile());
        awaitAnswer(started);
        Optional<String> difference = known.differenceTo(client);
        if (difference.isPresent()) {
            started.stop();
            throw new ChainNotRecognised("The saved local chain in " + settings.folder()
                    + " is not the one known from before (" + difference.get()
                    + "): restore state.json, or move the whole data folder away to begin anew.");
        }
    }

    private List<String> arguments(ChainRecord known) {
        List<String> arguments = new ArrayList<>(List.of(
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(settings.port()),
                "--chain-id",
                String.valueOf(known.chainId()),
                "--timestamp",
                String.valueOf(known.genesisTimestamp()),
                "--mnemonic",
                DevAccounts.MNEMONIC,
                "--no-mining",
                "--no-cors",
                "--quiet"));
        if (Files.exists(settings.stateFile())) {
            arguments.addAll(List.of("--load-state", settings.stateFile().toString()));
        }
        return arguments;
    }

    private void awaitAnswer(AnvilProcess started) throws IOException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                client.chainId();
                return;
            } catch (NodeUnavailable notYet) {
                if (!started.isAlive()) {
                    break;
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
        started.stop();
        String said = Files.readString(settings.logFile())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("it said nothing");
        throw new LocalChainUnavailable(
                "The local EVM node did not start (" + said + "): see " + settings.logFile() + ".");
    }

    private boolean portAnswers() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), settings.port()), PROBE_TIMEOUT_MS);
            return true;
        } catch (IOException free) {
            return false;
        }
    }

    private Block genesis() {
        return client.blockByNumber(0)
                .orElseThrow(() -> new LocalChainUnavailable("The local chain has no first block."));
    }

    private Path pidFile() {
        return settings.folder().resolve("anvil.pid");
    }
}
