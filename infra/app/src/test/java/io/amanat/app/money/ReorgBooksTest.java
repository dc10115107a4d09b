package io.amanat.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.custody.TransactionRequest;
import io.amanat.chain.evm.SendOutcome;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.local.DevWallet;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.projection.story.Story;
import java.math.BigInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Books and chain are compared while and after the chain takes back what was credited: what is on its way is explained, what is lost has
 * its name, what is owed is proved as it is, and what was stolen in the same moment is an alarm all the same.
 */
class ReorgBooksTest {
    private final MoneyScene scene = new MoneyScene();
    private final Custody custody = new Custody(scene);
    private Paid paid;
    private SignedTransaction transfer;
    private String before;

    /** A trade that nothing happens to, and below it one whose money will go. */
    @BeforeEach
    void credited() {
        scene.due(scene.usdc.amount("7")).pays("7");
        assertThat(Custody.alarms(custody.report())).isEmpty();
        paid = scene.due(scene.usdc.amount("100"));
        transfer = DevAccounts.BUYER.sign(TransactionRequest.tokenTransfer(
                MoneyScene.CHAIN,
                scene.chain.client().minedNonce(DevAccounts.BUYER.address()),
                scene.chain.client().fees(),
                scene.usdc.contract(),
                paid.address(),
                scene.usdc.amount("100").units()));
        before = scene.chain.anvil().snapshot();
        send();
        scene.confirmed();
        JsonNode report = custody.report();
        assertThat(Custody.alarms(report)).isEmpty();
        assertThat(custody.owed(report)).isEqualTo("107000000 in 2");
    }

    @AfterEach
    void close() {
        custody.close();
        scene.close();
    }

    @Test
    void beforeRelease_itIsExplainedUntilItIsBooked_andThenNobodyIsOwedIt() {
        scene.payments.deaf(true);
        reorganised();
        JsonNode untold = custody.report();
        assertThat(Custody.alarms(untold)).isEmpty();
        assertThat(Custody.explained(untold)).containsExactly("ledger_paid_in 100000000");
        assertThat(sentence(untold, "ledger_paid_in")).contains("100000000 left the chain");

        scene.payments.deaf(false);
        JdbcClient.create(scene.source())
                .sql("update chain_observations set retry_at = null")
                .update();
        scene.look();
        JsonNode told = custody.report();
        assertThat(paid.state()).isEqualTo("confirmed funded reorg 0");
        assertThat(Custody.alarms(told)).isEmpty();
        assertThat(Custody.explained(told)).isEmpty();
        assertThat(custody.owed(told)).isEqualTo("7000000 in 1");

        send();
        scene.confirmed();
        assertThat(Custody.alarms(custody.report())).isEmpty();
    }

    @Test
    void afterRelease_theLossIsNamed_untilTheMoneyIsMinedAgain_andATheftStillAlarms() {
        custody.release(paid);
        JsonNode released = custody.report();
        assertThat(Custody.alarms(released)).isEmpty();
        assertThat(Custody.explained(released)).isEmpty();

        reorganised();
        JsonNode both = custody.report();
        assertThat(paid.balances()).containsExactly("exposure -100 USDC", "platform 2.5 USDC", "seller 97.5 USDC");
        assertThat(Custody.alarms(both)).isEmpty();
        assertThat(Custody.explained(both))
                .as("the payout's block went with the deposit's")
                .containsExactly("hot_account_balance 97500000", "loss 100000000");
        assertThat(sentence(both, "loss")).contains("They are exposed until they");
        assertThat(sentence(both, "hot_account_balance")).contains("were final, and the chain took them back");

        custody.sendAgain(paid);
        JsonNode lost = custody.report();
        assertThat(Custody.alarms(lost)).isEmpty();
        assertThat(Custody.explained(lost)).containsExactly("loss 100000000");
        assertThat(custody.owed(lost)).as("a loss is owed to nobody").isEqualTo("7000000 in 1");

        String theft = new DevWallet(scene.chain.client(), custody.hot())
                .transfer(scene.usdc.contract(), Story.address(0x666), BigInteger.valueOf(100_000_000));
        scene.seen();
        JsonNode stolen = custody.report();
        assertThat(Custody.alarms(stolen))
                .as("as much as the exposure, and not explained by it")
                .containsExactly("hot_account_balance -100000000");
        assertThat(stolen.toString()).contains(theft);

        send();
        scene.confirmed();
        JsonNode covered = custody.report();
        assertThat(Custody.explained(covered)).isEmpty();
        assertThat(Custody.alarms(covered)).containsExactly("hot_account_balance -100000000");
    }

    private void send() {
        assertThat(scene.chain.client().send(transfer.raw())).isEqualTo(SendOutcome.ACCEPTED);
    }

    /** The blocks of the deposit and of all that came after it are gone, and as many empty ones stand in their place. */
    private void reorganised() {
        long head = scene.chain.client().headNumber();
        assertThat(scene.chain.anvil().revert(before)).isTrue();
        scene.chain.mine(Math.toIntExact(head - scene.chain.client().headNumber()) + 1);
        scene.look();
        scene.look();
    }

    private static String sentence(JsonNode report, String kind) {
        return report.get("lines")
                .valueStream()
                .filter(line -> line.get("kind").asString().equals(kind))
                .map(line -> line.get("sentence").asString())
                .findFirst()
                .orElseThrow();
    }
}
