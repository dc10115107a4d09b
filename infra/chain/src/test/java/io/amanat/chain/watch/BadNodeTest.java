package io.amanat.chain.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.NodeRefused;
import io.amanat.chain.evm.NodeUnavailable;
import io.amanat.chain.testing.MisbehavingNode;
import io.amanat.chain.watch.WatchScene.Due;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One node behind a way that tampers with its answers: what is told in the end is what the real chain holds. */
class BadNodeTest {
    private static final BigInteger AMOUNT = new BigInteger("125500000");

    private final TestDatabase database = TestDatabase.create();
    private final WatchScene scene = new WatchScene(database);
    private final MisbehavingNode node = new MisbehavingNode(scene.chain.rpcUrl());
    private final EvmClient client = new EvmClient(node.url(), Duration.ofSeconds(5));
    private final ChainWatcher watcher = scene.with(client);

    @AfterEach
    void drop() {
        client.close();
        node.close();
        database.close();
    }

    @BeforeEach
    void caughtUp() {
        watcher.round();
    }

    @Test
    void givenTransfersLeftOutOfABlock_thenItsReceiptsSayWhatIsThere() {
        pay(3);
        node.changes(List.of("eth_getLogs"), answer -> shortened(answer, 1));
        watcher.round();

        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(3);
        assertThat(watcher.incompleteAnswers()).isEqualTo(1);
    }

    @Test
    void givenReceiptsLeftOutToo_thenNothingIsTakenUntilTheyAreThere() {
        pay(2);
        node.changes(List.of("eth_getLogs", "eth_getBlockReceipts"), answer -> shortened(answer, 0));
        Instant until = observedUntil();
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(NodeIncomplete.class)
                    .isThrownBy(watcher::round)
                    .withMessageContaining("do not add up to the bloom");
        }
        assertThat(observedUntil()).as("no deadline passes meanwhile").isEqualTo(until);

        node.behave();
        watcher.round();
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(2);
        assertThat(observedUntil()).isAfter(until);
    }

    @Test
    void givenANodeWithoutReceiptsOfBlocks_thenItsLogsAreTaken() {
        pay(2);
        node.does(question -> method(question).equals("eth_getBlockReceipts")
                ? MisbehavingNode.error(question, -32601, "the method does not exist")
                : null);
        watcher.round();
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(2);
    }

    @Test
    void givenAnswersCutToALength_whenItCatchesUp_thenNoneIsMissed() {
        Set<String> paid = farBehind();
        node.does(question -> ofARange(question) ? MisbehavingNode.result(shortened(node.honest(question), 2)) : null);
        catchUp();
        assertThat(told()).isEqualTo(paid);
    }

    @Test
    void givenANodeThatRefusesMuchAtOnce_whenItCatchesUp_thenItAsksForLess() {
        Set<String> paid = farBehind();
        node.does(question -> ofARange(question) && blocks(question) > 8
                ? MisbehavingNode.error(question, -32005, "query returned more than 10000 results")
                : null);
        catchUp();
        assertThat(told()).isEqualTo(paid);
    }

    @Test
    void givenAHeadThatIsNotThereYet_thenItIsReadLater_andNotAskedForAgainAndAgain() {
        pay(1);
        AtomicInteger asked = new AtomicInteger();
        String head = "0x" + Long.toHexString(scene.chain.client().headNumber());
        node.does(question -> {
            if (method(question).equals("eth_getBlockByNumber")
                    && question.path("params").path(0).asString().equals(head)) {
                asked.incrementAndGet();
                return MisbehavingNode.result(node.honest(question).putNull("result"));
            }
            return null;
        });
        watcher.round();
        assertThat(scene.sent.all()).isEmpty();
        assertThat(asked).hasValue(1);

        node.behave();
        watcher.round();
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(1);
    }

    @Test
    void givenLogsBeyondTheHeadOfWhoAnswers_thenTheBlockIsNotTakenForEmpty() {
        pay(1);
        node.does(question -> method(question).equals("eth_getLogs")
                ? MisbehavingNode.error(question, -32000, "unknown block")
                : null);
        assertThatExceptionOfType(NodeRefused.class).isThrownBy(watcher::round);
        node.does(question -> switch (method(question)) {
            case "eth_getLogs" -> MisbehavingNode.result(shortened(node.honest(question), 0));
            case "eth_getBlockReceipts" ->
                MisbehavingNode.result(node.honest(question).putNull("result"));
            default -> null;
        });
        assertThatExceptionOfType(NodeUnavailable.class).isThrownBy(watcher::round);

        node.behave();
        watcher.round();
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(1);
    }

    @Test
    void givenAHeadThatJumpsBack_thenNothingIsTakenBack() {
        pay(1);
        scene.chain.mine(WatchScene.CONFIRMATIONS);
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class)).hasSize(1);
        long old = scene.chain.client().headNumber() - WatchScene.CONFIRMATIONS;
        Instant until = observedUntil();

        node.does(question -> latest(question) ? MisbehavingNode.result(node.honest(at(question, old))) : null);
        watcher.round();
        assertThat(watcher.headNumber()).isEqualTo(old);
        assertThat(observedUntil()).isEqualTo(until);

        node.behave();
        pay(1);
        watcher.round();
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(2);
        assertThat(scene.sent.all()).hasSize(3);
    }

    @Test
    void givenANodeThatIsAskedTooOften_thenItIsLeftAlone_andNothingIsLost() {
        pay(1);
        node.does(question -> MisbehavingNode.status(429, Map.of("Retry-After", "60")));
        assertThatExceptionOfType(NodeUnavailable.class)
                .isThrownBy(watcher::round)
                .withMessageContaining("left alone until");
        int asked = node.asked().size();
        node.behave();
        assertThatExceptionOfType(NodeUnavailable.class).isThrownBy(watcher::round);
        assertThat(node.asked()).as("nothing was sent").hasSize(asked);

        scene.restarted().round();
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(1);
    }

    private Set<String> farBehind() {
        long before = scene.chain.client().headNumber();
        for (int i = 0; i < 3; i++) {
            pay(2);
            scene.chain.mine(5);
        }
        scene.chain.mine(Checkpoints.BLOCKS_KEPT + 10);
        return scene
                .chain
                .client()
                .transfers(
                        before + 1,
                        scene.chain.client().headNumber(),
                        scene.tokens.contracts(),
                        new Destinations(WatchScene.CHAIN, scene.jdbc).all())
                .stream()
                .map(transfer -> transfer.transactionHash() + transfer.logIndex())
                .collect(Collectors.toSet());
    }

    private void catchUp() {
        do {
            watcher.round();
        } while (watcher.lagBlocks() > 0);
    }

    private Set<String> told() {
        List<ObserveTransfer> told = scene.sent.all(ObserveTransfer.class);
        assertThat(told).hasSize(6);
        return told.stream()
                .map(observed -> observed.transfer().key().txHash()
                        + observed.transfer().key().logIndex())
                .collect(Collectors.toSet());
    }

    /** So many transfers to addresses of their own, in one block. */
    private void pay(int transfers) {
        for (int i = 0; i < transfers; i++) {
            Due due = scene.newPayment();
            scene.chain.buyer().transfer(scene.chain.usdc(), due.address(), AMOUNT);
        }
        scene.chain.mine(1);
    }

    private Instant observedUntil() {
        return new JdbcChainWatch(scene.jdbc).observedUntil(WatchScene.CHAIN);
    }

    private static String method(JsonNode question) {
        return question.path("method").asString();
    }

    private static boolean ofARange(JsonNode question) {
        return method(question).equals("eth_getLogs")
                && question.path("params").path(0).has("fromBlock");
    }

    private static long blocks(JsonNode question) {
        JsonNode filter = question.path("params").path(0);
        return Long.decode(filter.path("toBlock").asString())
                - Long.decode(filter.path("fromBlock").asString())
                + 1;
    }

    private static boolean latest(JsonNode question) {
        return question.path("params").path(0).asString("").equals("latest");
    }

    private static JsonNode at(JsonNode question, long number) {
        ((ArrayNode) question.path("params")).set(0, "0x" + Long.toHexString(number));
        return question;
    }

    private static ObjectNode shortened(ObjectNode answer, int length) {
        ArrayNode result = (ArrayNode) answer.path("result");
        while (result.size() > length) {
            result.remove(result.size() - 1);
        }
        return answer;
    }
}
