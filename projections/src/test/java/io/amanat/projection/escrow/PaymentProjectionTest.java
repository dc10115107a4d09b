package io.amanat.projection.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.escrow.EscrowEvent.EscrowReleasable;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.PayInEvent.ExcessSetAside;
import io.amanat.contract.escrow.PayInEvent.PaymentCancelled;
import io.amanat.contract.escrow.PayInEvent.PaymentExpired;
import io.amanat.contract.escrow.PayInEvent.TransferRetracted;
import io.amanat.contract.escrow.SettlementCause;
import io.amanat.contract.escrow.SettlementEvent.FundsRefunded;
import io.amanat.contract.escrow.SettlementEvent.PaymentRefunded;
import io.amanat.contract.escrow.SettlementLeg;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Trades;
import io.amanat.projection.story.Wares;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class PaymentProjectionTest {
    private final ReadModel read;

    PaymentProjectionTest(TestDatabase database) {
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenOpened_thenItsTermsAreShown() {
        Story story = new Story(1).opened();
        read.apply(story.events());

        assertThat(read.one(
                        "select concat_ws(' ', status, escrow_state, trim_scale(amount), amount_units, currency,"
                                + " chain_id, token_decimals, held_units, platform_fee_bps, tolerance_bps, provider,"
                                + " pay_by) from payments where id = ?",
                        story.payment.value()))
                .isEqualTo("pending 125.5 125500000 USDT 31337 6 0 250 100 amn.scanner 2026-03-02 12:00:00+00");
    }

    @Test
    void givenTwoTransfersSeen_whenTheyLeaveTheChain_thenPendingAgainAfterTheLast() {
        Story story = new Story(2).opened();
        story.then(Trades.seen(story, 1, "60"), Trades.seen(story, 2, "40"));
        after(story, "processing 0");

        story.then(retracted(story, 1, "60", "40"));
        after(story, "processing 0");
        story.then(retracted(story, 2, "40", "0"));
        after(story, "pending 0");
        assertThat(ledger(story))
                .containsExactly(
                        "payment_detected external clearing 60000000",
                        "payment_detected external clearing 40000000",
                        "adjustment clearing external 60000000 reorg",
                        "adjustment clearing external 40000000 reorg");
    }

    @Test
    void givenPartHeld_whenAnotherTransferLeavesTheChain_thenStillProcessing() {
        Story story = new Story(3).opened();
        story.then(
                Trades.seen(story, 1, "60"),
                Trades.held(story, 1, "60", "60"),
                Trades.seen(story, 2, "40"),
                retracted(story, 2, "40", "0"));
        after(story, "processing partial 60000000");
    }

    @Test
    void givenPartHeld_whenTheWindowCloses_thenFailedAndOnItsWayBack() {
        Story story = new Story(4).opened();
        SettlementLeg back = Trades.leg(story, story.refund, "60");
        story.then(
                Trades.seen(story, 1, "60"),
                Trades.held(story, 1, "60", "60"),
                new PaymentExpired(story.payment, story.request, Wares.usdt("60")));
        after(story, "failed failed 60000000");

        story.then(Trades.instructed(story, SettlementCause.PAYMENT_WINDOW_LAPSED, "0", back));
        after(story, "failed releasing payment_window_lapsed 60000000");

        story.then(
                new FundsRefunded(story.payment, back.transferId(), back.amount(), story.hash(9)),
                new PaymentRefunded(story.payment, story.request));
        after(story, "refunded refunded payment_window_lapsed 0");
    }

    @Test
    void givenNothingPaid_whenCancelledOrExpired_thenNoEscrow() {
        Story cancelled = new Story(5).opened();
        cancelled.then(new PaymentCancelled(cancelled.payment, cancelled.request, cancelled.buyer));
        after(cancelled, "cancelled cancelled 0");

        Story expired = new Story(6).opened();
        expired.then(new PaymentExpired(expired.payment, expired.request, Wares.usdt("0")));
        after(expired, "failed failed 0");

        expired.then(
                Trades.seen(expired, 1, "125.50"),
                new ExcessSetAside(expired.payment, Trades.key(expired, 1), Wares.usdt("125.50"), ExcessCause.LATE));
        after(expired, "failed failed 0");
        assertThat(ledger(expired))
                .containsExactly(
                        "payment_detected external clearing 125500000",
                        "adjustment clearing unallocated 125500000 late");
    }

    @Test
    void givenTwoFreezes_thenTheGravestIsShownUntilTheLastIsLifted() {
        Story story = Trades.paid(7);
        story.then(Trades.frozen(story, FreezeCause.GUARD, "125.50", FreezeCause.GUARD));
        after(story, "confirmed funded guard 125500000");

        story.then(Trades.frozen(story, FreezeCause.DISPUTE, "0", FreezeCause.DISPUTE, FreezeCause.GUARD));
        after(story, "confirmed funded dispute 125500000");

        story.then(Trades.unfrozen(story, FreezeCause.DISPUTE, "0", FreezeCause.GUARD));
        after(story, "confirmed funded guard 125500000");

        story.then(Trades.unfrozen(story, FreezeCause.GUARD, "125.50"));
        after(story, "confirmed funded 125500000");
    }

    @Test
    void givenReleasable_whenADisputeEnds_thenFundedAgain_butNotWhenAGuardLetsGo() {
        Story story = Trades.paid(8);
        story.then(
                new EscrowReleasable(story.payment, story.request),
                Trades.frozen(story, FreezeCause.GUARD, "125.50", FreezeCause.GUARD),
                Trades.unfrozen(story, FreezeCause.GUARD, "125.50"));
        after(story, "confirmed releasable 125500000");

        story.then(
                Trades.frozen(story, FreezeCause.DISPUTE, "125.50", FreezeCause.DISPUTE),
                Trades.unfrozen(story, FreezeCause.DISPUTE, "125.50"));
        after(story, "confirmed funded 125500000");
        assertThat(read.one(
                        "select sum(balance)::numeric(10, 2) from funds_balances where payment_id = ?"
                                + " and account = 'escrow'",
                        story.payment.value()))
                .isEqualTo("125.50");
    }

    /** Projects what is new, then everything again. */
    private void after(Story story, String expected) {
        read.apply(story.events());
        Map<String, List<String>> once = read.everything();
        assertThat(read.one(
                        "select concat_ws(' ', status, escrow_state, settlement_cause, freeze_cause, held_units)"
                                + " from payments where id = ?",
                        story.payment.value()))
                .isEqualTo(expected);
        read.apply(story.events());
        assertThat(read.everything()).isEqualTo(once);
    }

    private List<String> ledger(Story story) {
        return read.all(
                "select concat_ws(' ', entry_type, debit_account, credit_account, amount_units, reason)"
                        + " from funds_ledger_entries where payment_id = ? order by position, ordinal",
                story.payment.value());
    }

    private static TransferRetracted retracted(Story story, int n, String amount, String still) {
        return new TransferRetracted(
                story.payment, Trades.key(story, n), Wares.usdt(amount), Wares.usdt(still), story.hash(500));
    }
}
