package io.amanat.chain.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.chain.payout.PayoutScene.Ordered;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFailure;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFinal;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** A recipient is on the token's blacklist, and is paid to another address: the second attempt, never beside the first. */
class RedirectedLegTest {
    private static final EvmAddress LISTED = new EvmAddress("0x" + "5b".repeat(20));
    private static final EvmAddress OTHER = new EvmAddress("0x" + "5c".repeat(20));
    private static final BigInteger AMOUNT = BigInteger.valueOf(1_000);

    private final TestDatabase database = TestDatabase.create();
    private final PayoutScene scene = new PayoutScene(database);
    private final PayoutWorker worker = scene.restarted();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void givenABlacklistedRecipient_whenRedirected_thenTheOtherAddressIsPaidOnce_andOtherLegsWentBefore() {
        scene.oddToken.blacklist(LISTED, true);
        Ordered leg = scene.order(scene.odd, AMOUNT, LISTED);
        Ordered otherLeg = scene.order(scene.odd, 2_000);
        scene.finish(worker);

        assertThat(scene.sent.all(RecordFailure.class))
                .singleElement()
                .satisfies(failure -> assertThat(failure.reason()).contains("account is blacklisted"));
        assertThat(scene.column(leg, "nonce")).isEqualTo("null");
        assertPaid(otherLeg, 1);

        Ordered redirected = redirected(leg);
        scene.finish(worker);
        scene.finish(worker);

        assertPaid(redirected, 2);
        assertThat(scene.onChain(leg)).as("the listed address, also later").isEmpty();
        scene.oddToken.blacklist(LISTED, false);
        scene.finish(worker);
        assertThat(scene.onChain(leg)).isEmpty();
    }

    @Test
    void givenItIsListedAfterSigning_whenTheFirstAttemptIsNotFinal_thenNoSecondOneIsTaken_andAfterItHasRevertedOneIs() {
        Ordered leg = scene.order(scene.odd, AMOUNT, LISTED);
        worker.round();
        assertThat(scene.column(leg, "nonce")).isNotEqualTo("null");
        assertThatThrownBy(() -> redirected(leg))
                .as("its nonce may still pay the first address")
                .isInstanceOf(DuplicateKeyException.class);

        scene.chain.anvil().dropTransaction(scene.column(leg, "tx_hash"));
        scene.oddToken.blacklist(LISTED, true);
        scene.finish(worker);
        assertThat(scene.sent.all(RecordFailure.class))
                .containsExactly(new RecordFailure(leg.id(), 1, PayoutFollowing.REVERTED));

        Ordered redirected = redirected(leg);
        scene.oddToken.blacklist(LISTED, false);
        scene.finish(worker);

        assertPaid(redirected, 2);
        assertThat(scene.onChain(leg)).isEmpty();
    }

    /** As after a guard's redirection and retry. */
    private Ordered redirected(Ordered leg) {
        Ordered to = new Ordered(leg.id(), leg.instruction().to(OTHER));
        scene.gateway.submit(to.id(), 2, to.instruction());
        return to;
    }

    private void assertPaid(Ordered leg, int attempt) {
        assertThat(scene.onChain(leg))
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.amount())
                        .isEqualTo(leg.instruction().amount().units()));
        assertThat(scene.sent.all(RecordFinal.class))
                .filteredOn(told -> told.transferId().equals(leg.id()))
                .singleElement()
                .satisfies(told -> assertThat(told.attempt()).isEqualTo(attempt));
    }
}
