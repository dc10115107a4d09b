package io.amanat.chain.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.NodeUnavailable;
import io.amanat.chain.testing.MisbehavingNode;
import io.amanat.chain.testing.TestTools;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.RetractTransfer;
import io.amanat.testkit.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two nodes of one chain, of which one may lie, lag or be gone: nothing is credited that both do not show. */
class SecondNodeTest {
    private static final BigInteger AMOUNT = new BigInteger("125500000");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final List<String> LOGS = List.of("eth_getLogs", "eth_getBlockReceipts");

    private final TestDatabase database = TestDatabase.create();
    private final WatchScene scene = new WatchScene(database);
    private final MisbehavingNode first = new MisbehavingNode(scene.chain.rpcUrl());
    private final MisbehavingNode second = new MisbehavingNode(scene.chain.rpcUrl());
    private final EvmClient firstClient = new EvmClient(first.url(), TIMEOUT);
    private final EvmClient secondClient = new EvmClient(second.url(), TIMEOUT);
    private final ChainWatcher watcher = scene.with(firstClient, new FurtherNodes(List.of(secondClient)));

    @AfterEach
    void drop() {
        firstClient.close();
        secondClient.close();
        first.close();
        second.close();
        database.close();
    }

    @BeforeEach
    void caughtUp() {
        watcher.round();
    }

    @Test
    void givenBothShowTheSame_thenItIsCredited() {
        pay();
        scene.chain.mine(WatchScene.CONFIRMATIONS);
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class)).hasSize(1);
        assertThat(watcher.troubles()).isEmpty();
        assertThat(watcher.nodesDisagree()).isFalse();
    }

    @Test
    void givenAFirstNodeThatInventsAnAmount_thenNothingIsCreditedUntilItStops() {
        pay();
        Instant until = observedUntil();
        first.changes(LOGS, SecondNodeTest::richer);
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(NodesDisagree.class)
                    .isThrownBy(watcher::round)
                    .withMessageContaining("Nothing is credited until they agree");
        }
        assertThat(watcher.nodesDisagree()).isTrue();
        assertThat(scene.sent.all()).isEmpty();
        assertThat(observedUntil()).as("no deadline passes meanwhile").isEqualTo(until);

        first.behave();
        watcher.round();
        assertThat(watcher.nodesDisagree()).isFalse();
        assertThat(scene.sent.all(ObserveTransfer.class))
                .singleElement()
                .satisfies(told -> assertThat(told.transfer().amount()).isEqualTo(scene.usdc.units(AMOUNT)));
    }

    @Test
    void givenASecondNodeOnAnotherBranch_thenNothingIsCreditedUntilItComesBack() {
        pay();
        second.changes(List.of("eth_getBlockByNumber"), SecondNodeTest::otherHash);
        assertThatExceptionOfType(NodesDisagree.class).isThrownBy(watcher::round);
        assertThat(scene.sent.all()).isEmpty();

        second.behave();
        watcher.round();
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(1);
    }

    @Test
    void givenAFirstNodeThatForgetsABlock_thenNothingIsTakenBackThatTheSecondStillShows() {
        pay();
        watcher.round();
        long known = scene.chain.client().headNumber();
        scene.chain.mine(1);
        scene.sent.forget();

        first.changes(List.of("eth_getBlockByNumber"), answer -> branching(answer, known));
        assertThatExceptionOfType(NodesDisagree.class).isThrownBy(watcher::round);
        first.behave();
        watcher.round();
        assertThat(scene.sent.all(RetractTransfer.class)).isEmpty();
    }

    @Test
    void givenASecondNodeThatLagsBehind_thenItIsWaitedForWithoutAlarm() {
        long known = scene.chain.client().headNumber();
        pay();
        Instant until = observedUntil();
        second.does(question -> beyond(known, question)
                ? MisbehavingNode.result(second.honest(question).putNull("result"))
                : null);
        watcher.round();
        assertThat(scene.sent.all()).isEmpty();
        assertThat(watcher.troubles()).singleElement().asString().contains("Block " + (known + 1) + " is not taken");
        assertThat(watcher.lagBlocks()).isEqualTo(1);
        assertThat(observedUntil()).isEqualTo(until);

        second.behave();
        watcher.round();
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(1);
        assertThat(watcher.troubles()).isEmpty();
    }

    @Test
    void givenASecondNodeThatIsDown_thenNothingIsTaken_butAThirdWillDo() throws IOException {
        pay();
        try (EvmClient nobody = new EvmClient("http://127.0.0.1:" + TestTools.freePort(), TIMEOUT)) {
            assertThatExceptionOfType(NodeUnavailable.class)
                    .isThrownBy(() -> scene.with(firstClient, new FurtherNodes(List.of(nobody)))
                            .round());
            assertThat(scene.sent.all()).isEmpty();

            scene.with(firstClient, new FurtherNodes(List.of(nobody, secondClient)))
                    .round();
            assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(1);
        }
    }

    @Test
    void givenASecondNodeThatLosesTheTransaction_whenItsTimeHasCome_thenItIsNotConfirmed() {
        pay();
        watcher.round();
        scene.chain.mine(WatchScene.CONFIRMATIONS);
        second.does(question -> question.path("method").asString().equals("eth_getTransactionReceipt")
                ? MisbehavingNode.result(second.honest(question).putNull("result"))
                : null);
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class)).isEmpty();

        second.behave();
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class)).hasSize(1);
    }

    @Test
    void whenCatchingUpInRanges_thenTheSecondIsAskedToo() {
        pay();
        scene.chain.mine(Checkpoints.BLOCKS_KEPT + 10);
        second.changes(LOGS, SecondNodeTest::richer);
        assertThatExceptionOfType(NodesDisagree.class).isThrownBy(watcher::round);
        assertThat(scene.sent.all()).isEmpty();

        second.behave();
        do {
            watcher.round();
        } while (watcher.lagBlocks() > 0);
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(1);
    }

    private void pay() {
        scene.chain.pay(scene.chain.usdc(), scene.newPayment().address(), AMOUNT);
    }

    private Instant observedUntil() {
        return new JdbcChainWatch(scene.jdbc).observedUntil(WatchScene.CHAIN);
    }

    private static boolean beyond(long known, JsonNode question) {
        String number = question.path("params").path(0).asString("");
        return question.path("method").asString().equals("eth_getBlockByNumber")
                && number.startsWith("0x")
                && Long.decode(number) > known;
    }

    /** Each transfer says that it was a thousand times as much: what no bloom can show. */
    private static ObjectNode richer(ObjectNode answer) {
        for (JsonNode log : answer.findParents("data")) {
            ((ObjectNode) log).put("data", "0x" + "0".repeat(48) + "0000001d33adac00");
        }
        return answer;
    }

    /** From block {@code from} on it is another chain. */
    private static ObjectNode branching(ObjectNode answer, long from) {
        if (answer.path("result") instanceof ObjectNode block) {
            long number = Long.decode(block.path("number").asString());
            if (number > from) {
                block.put("parentHash", "0x" + "cd".repeat(32));
            }
            return number >= from ? otherHash(answer) : answer;
        }
        return answer;
    }

    private static ObjectNode otherHash(ObjectNode answer) {
        if (answer.path("result") instanceof ObjectNode block
                && Long.decode(block.path("number").asString()) > 0) {
            String hash = block.path("hash").asString();
            block.put("hash", "0x" + new StringBuilder(hash.substring(2)).reverse());
        }
        return answer;
    }
}
