package io.amanat.chain.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.evm.TokenRefusal;
import io.amanat.chain.payout.PayoutScene.Ordered;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFailure;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFinal;
import io.amanat.contract.custody.TransferFailures;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a token does not do is parked with its reason, costs no nonce, holds up no other leg, and goes out when the cause is gone. */
class RefusedByTokenTest {

    private static final EvmAddress RECIPIENT = new EvmAddress("0x" + "ba".repeat(20));

    private final TestDatabase database = TestDatabase.create();
    private final PayoutScene scene = new PayoutScene(database);
    private final PayoutWorker worker = scene.restarted();

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void givenATokenThatDoesNotPay_whenTheCauseIsGone_thenARetryIsPaid(Oddity oddity) {
        Ordered leg = scene.order(scene.odd, BigInteger.valueOf(1_000), RECIPIENT);
        Ordered otherLeg = scene.order(scene.usdt, 2_000);
        oddity.cause.set(scene, true);
        scene.finish(worker);

        assertThat(scene.sent.all(RecordFailure.class)).singleElement().satisfies(failure -> {
            assertThat(failure.transferId()).isEqualTo(leg.id());
            assertThat(failure.reason()).startsWith(oddity.reason);
        });
        assertThat(scene.column(leg, "nonce")).isEqualTo("null");
        assertThat(scene.onChain(leg)).isEmpty();
        assertFinal(otherLeg, 1);

        oddity.cause.set(scene, false);
        scene.retry(leg);
        scene.finish(worker);

        assertFinal(leg, 2);
    }

    @Test
    void givenATokenThatReturnsNothing_thenItIsPaid() {
        Ordered leg = scene.order(scene.usdt, 1_000);
        scene.finish(worker);
        assertFinal(leg, 1);
    }

    @Test
    void givenATokenThatBeginsToSayNoAfterSigning_whenMined_thenItFailsAndARetryIsPaid() {
        Ordered leg = scene.order(scene.odd, BigInteger.valueOf(1_000), RECIPIENT);
        worker.round();
        dropped(leg, () -> scene.oddToken.sayNo(true));
        scene.finish(worker);

        assertThat(scene.sent.all(RecordFailure.class))
                .containsExactly(new RecordFailure(leg.id(), 1, PayoutFollowing.NOTHING_MOVED));
        assertThat(scene.onChain(leg)).isEmpty();

        scene.oddToken.sayNo(false);
        scene.retry(leg);
        scene.finish(worker);
        assertFinal(leg, 2);
    }

    @Test
    void givenATokenThatIsPausedAfterSigning_whenMined_thenItFailsAndARetryIsPaid() {
        Ordered leg = scene.order(scene.odd, BigInteger.valueOf(1_000), RECIPIENT);
        worker.round();
        dropped(leg, () -> scene.oddToken.pause(true));
        scene.finish(worker);

        assertThat(scene.sent.all(RecordFailure.class))
                .containsExactly(new RecordFailure(leg.id(), 1, PayoutFollowing.REVERTED));

        scene.oddToken.pause(false);
        scene.retry(leg);
        scene.finish(worker);
        assertFinal(leg, 2);
    }

    @Test
    void givenATokenThatBeginsToTakeAFeeAfterSigning_whenMined_thenItFailsAsMovedAndIsNotSentAgain() {
        Ordered leg = scene.order(scene.odd, BigInteger.valueOf(1_000), RECIPIENT);
        worker.round();
        dropped(leg, () -> scene.oddToken.takeFeeBps(100));
        scene.finish(worker);

        assertThat(scene.sent.all(RecordFailure.class))
                .containsExactly(new RecordFailure(leg.id(), 1, TransferFailures.MOVED_OTHERWISE + ": 990 of 1000"));
        assertThat(scene.state(leg)).isEqualTo("reverted");
        scene.finish(worker);
        assertThat(scene.onChain(leg))
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.amount()).isEqualTo(BigInteger.valueOf(990)));
    }

    static Stream<Arguments> oddities() {
        return Stream.of(
                        new Oddity("paused", TokenRefusal.REFUSED_BY_TOKEN, (scene, on) -> scene.oddToken.pause(on)),
                        new Oddity(
                                "blacklisted recipient",
                                TokenRefusal.REFUSED_BY_TOKEN + ": execution reverted: account is blacklisted",
                                (scene, on) -> scene.oddToken.blacklist(RECIPIENT, on)),
                        new Oddity(
                                "returns false", TokenRefusal.TOKEN_SAYS_NO, (scene, on) -> scene.oddToken.sayNo(on)),
                        new Oddity(
                                "fee on transfer",
                                TokenRefusal.WOULD_MOVE_OTHERWISE + ": 990 of 1000",
                                (scene, on) -> scene.oddToken.takeFeeBps(on ? 100 : 0)))
                .map(Arguments::of);
    }

    /** What was sent leaves the node's pool while the cause is made; the next round sends it again. */
    private void dropped(Ordered leg, Runnable cause) {
        scene.chain.anvil().dropTransaction(scene.column(leg, "tx_hash"));
        cause.run();
    }

    private void assertFinal(Ordered leg, int attempt) {
        assertThat(scene.onChain(leg))
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.amount())
                        .isEqualTo(leg.instruction().amount().units()));
        assertThat(scene.sent.all(RecordFinal.class))
                .filteredOn(told -> told.transferId().equals(leg.id()))
                .singleElement()
                .satisfies(told -> assertThat(told.attempt()).isEqualTo(attempt));
    }

    record Oddity(String name, String reason, Cause cause) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Cause {
        void set(PayoutScene scene, boolean on);
    }
}
