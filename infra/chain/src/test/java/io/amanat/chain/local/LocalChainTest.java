package io.amanat.chain.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.testing.TestTools;
import io.amanat.contract.money.EvmAddress;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalChainTest {

    private static final EvmAddress SHOP = new EvmAddress("0x00000000000000000000000000000000000000aa");
    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    Path data;

    private final List<String> said = new ArrayList<>();
    private final List<LocalChain> started = new ArrayList<>();
    private LocalChainSettings settings;
    private EvmClient client;
    private long seenHead;

    @BeforeEach
    void settings() throws IOException {
        settings = new LocalChainSettings(
                data.resolve("chain"),
                TestTools.toolsFolder(),
                TestTools.freePort(),
                Duration.ofMillis(100),
                3,
                Duration.ofDays(1));
        client = new EvmClient("http://127.0.0.1:" + settings.port(), Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        started.forEach(LocalChain::close);
        client.close();
    }

    @Test
    void goesOnAfterACleanStopWithBlocksReceiptsAndBalances() {
        LocalChain first = start();
        Receipt paid = pay(5);
        List<String> blocks = hashes(client.headNumber());
        first.close();
        assertThat(pidIsAlive(first)).isFalse();

        start();

        assertThat(hashes(blocks.size() - 1)).isEqualTo(blocks);
        assertThat(client.receipt(paid.transactionHash())).contains(paid);
        assertThat(client.tokenBalance(LocalTokens.USDT, SHOP)).isEqualTo(5);
        assertThat(pay(6).blockNumber()).isGreaterThan(paid.blockNumber());
        assertThat(Duration.between(client.head().timestamp(), Instant.now()).abs())
                .isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void keepsItsFirstBlockOverManyStarts() {
        start().close();
        List<String> blocks = null;
        for (int i = 0; i < 3; i++) {
            LocalChain chain = start();
            blocks = blocks == null ? hashes(3) : blocks;
            assertThat(hashes(3)).isEqualTo(blocks);
            assertThat(client.blockByNumber(1).orElseThrow().parentHash()).isEqualTo(blocks.getFirst());
            chain.close();
        }
    }

    @Test
    void losesNoMinedBlockWhenAnvilIsKilledAndStartsItAgain() {
        LocalChain chain = start();
        Receipt paid = pay(7);
        awaitIdle();
        List<String> blocks = hashes(client.headNumber());
        long killed = chain.pid().orElseThrow();

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        await().atMost(BOUND)
                .until(() ->
                        chain.pid().orElseThrow() != killed && chain.trouble().isEmpty());
        assertThat(hashes(blocks.size() - 1)).isEqualTo(blocks);
        assertThat(client.receipt(paid.transactionHash())).contains(paid);
        assertThat(pay(8).succeeded()).isTrue();
        assertThat(said).anyMatch(line -> line.contains("has died"));
    }

    @Test
    void takesOverTheNodeThatAKilledAppLeft() throws Exception {
        Process app = ChildApp.start(settings);
        long anvil = Long.parseLong(app.inputReader().readLine());
        String waiting = buyer().transfer(LocalTokens.USDT, SHOP, BigInteger.TWO);
        app.destroyForcibly().waitFor();

        LocalChain chain = start();

        assertThat(chain.adopted()).isTrue();
        assertThat(chain.pid()).contains(anvil);
        await().atMost(BOUND).until(() -> client.receipt(waiting).isPresent());
        chain.close();
        assertThat(ProcessHandle.of(anvil).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void isIdleWhenNothingHappens() {
        start();
        awaitIdle();
        long head = client.headNumber();

        await().during(Duration.ofMillis(500)).atMost(BOUND).until(() -> client.headNumber() == head);
    }

    @Test
    void refusesAnotherChainOnItsPort() {
        start().close();
        // two chains that are born in the same second have the same first blocks
        long second = Instant.now().getEpochSecond();
        Awaitility.await().until(() -> Instant.now().getEpochSecond() > second);
        LocalChain other = LocalChain.start(
                new LocalChainSettings(
                        data.resolve("other"),
                        settings.toolsFolder(),
                        settings.port(),
                        Duration.ofMillis(100),
                        3,
                        BOUND),
                said::add);
        started.add(other);

        assertThatExceptionOfType(ChainNotRecognised.class)
                .isThrownBy(this::start)
                .withMessageContaining("another chain");
    }

    @Test
    void refusesAStateThatIsNotTheKnownOne() throws IOException {
        start().close();
        byte[] early = Files.readAllBytes(settings.stateFile());
        LocalChain chain = start();
        pay(9);
        chain.close();

        Files.write(settings.stateFile(), early);
        assertThatExceptionOfType(ChainNotRecognised.class)
                .isThrownBy(this::start)
                .withMessageContaining("which was there before");
        Files.delete(settings.stateFile());
        assertThatExceptionOfType(ChainNotRecognised.class)
                .isThrownBy(this::start)
                .withMessageContaining("is gone");
    }

    @Test
    void saysThatAStateIsDamaged() throws IOException {
        start().close();
        Files.writeString(settings.stateFile(), "{\"block\":");

        assertThatExceptionOfType(LocalChainUnavailable.class)
                .isThrownBy(this::start)
                .withMessageContaining("did not start");
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(settings.port(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                while (!taken.isClosed()) {
                    try (var asked = taken.accept()) {
                        asked.getOutputStream()
                                .write("HTTP/1.1 404 Not Found\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            assertThatExceptionOfType(LocalChainUnavailable.class)
                    .isThrownBy(this::start)
                    .withMessageContaining("is in use by something that is not an EVM node");
        }
    }

    @Test
    void isUsedByOneProcessAtATime() {
        start();

        assertThatExceptionOfType(LocalChainUnavailable.class)
                .isThrownBy(this::start)
                .withMessageContaining("stop it first");
    }

    private LocalChain start() {
        LocalChain chain = LocalChain.start(settings, said::add);
        started.add(chain);
        return chain;
    }

    private DevWallet buyer() {
        return new DevWallet(client, DevAccounts.BUYER);
    }

    private Receipt pay(long units) {
        String hash = buyer().transfer(LocalTokens.USDT, SHOP, BigInteger.valueOf(units));
        await().atMost(BOUND).until(() -> client.receipt(hash).isPresent());
        return client.receipt(hash).orElseThrow();
    }

    private void awaitIdle() {
        await().atMost(BOUND).pollInterval(Duration.ofMillis(400)).until(() -> {
            long before = seenHead;
            seenHead = client.headNumber();
            return seenHead == before;
        });
    }

    private List<String> hashes(long last) {
        return LongStream.rangeClosed(0, last)
                .mapToObj(
                        number -> client.blockByNumber(number).map(Block::hash).orElse("none"))
                .toList();
    }

    private static boolean pidIsAlive(LocalChain chain) {
        return chain.pid()
                .flatMap(ProcessHandle::of)
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }
}
