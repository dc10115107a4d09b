package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;
import static io.amanat.domain.escrow.PaymentScenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.escrow.EscrowEvent.EscrowFrozen;
import io.amanat.contract.escrow.EscrowEvent.EscrowReleasable;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PayInEvent.ExcessSetAside;
import io.amanat.contract.escrow.PayInEvent.TransferDetected;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ApproveWriteOff;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.ProposeWriteOff;
import io.amanat.contract.escrow.PaymentCommand.RejectWriteOff;
import io.amanat.contract.escrow.PaymentCommand.RetractTransfer;
import io.amanat.contract.escrow.ReorgEvent.CreditRetracted;
import io.amanat.contract.escrow.ReorgEvent.ExposureCovered;
import io.amanat.contract.escrow.SettlementEvent.SettlementInstructed;
import io.amanat.contract.escrow.WriteOffEvent.ExposureWrittenOff;
import io.amanat.contract.escrow.WriteOffEvent.LossRecovered;
import io.amanat.contract.escrow.WriteOffEvent.WriteOffProposed;
import io.amanat.contract.escrow.WriteOffEvent.WriteOffRejected;
import io.amanat.contract.escrow.WriteOffId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.EvmAddress;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The chain took back what was paid out, and it does not come again. */
class WriteOffTest {
    private static final UserId ADMIN = STRANGER;
    private static final WriteOffId LOSS = new WriteOffId(new UUID(0, 500));
    private static final WriteOffId ANOTHER = new WriteOffId(new UUID(0, 501));
    private static final String ANOTHER_BLOCK = hash(701);

    private static PaymentCommand proposes(WriteOffId id, String amount, UserId by) {
        return proposes(id, amount, USDT.contract(), by);
    }

    private static PaymentCommand proposes(WriteOffId id, String amount, EvmAddress token, UserId by) {
        return new ProposeWriteOff(PAYMENT, id, amount, token, REASON, by);
    }

    private static PaymentCommand approves(WriteOffId id, UserId by) {
        return new ApproveWriteOff(PAYMENT, id, by, REASON);
    }

    private static PaymentCommand rejects(WriteOffId id, UserId by) {
        return new RejectWriteOff(PAYMENT, id, by, REASON);
    }

    private static WriteOffProposed proposed(WriteOffId id) {
        return new WriteOffProposed(PAYMENT, id, usdt("100"), REASON, ADMIN);
    }

    private static ExposureWrittenOff writtenOff(WriteOffId id) {
        return new ExposureWrittenOff(PAYMENT, id, usdt("100"), usdt("100"), GUARD, REASON);
    }

    private static PaymentCommand minedAgain() {
        return new ObserveTransfer(PAYMENT, transfer(1, usdt("100"), ANOTHER_BLOCK));
    }

    private static PaymentScenario exposed(PaymentCommand... more) {
        PaymentCommand[] then = new PaymentCommand[more.length + 3];
        then[0] = releasable();
        then[1] = settle();
        then[2] = retract(1);
        System.arraycopy(more, 0, then, 3, more.length);
        return given(funded(then));
    }

    @Test
    void givenAnExposure_whenAdminProposesAndGuardApproves_thenItIsALoss_andThePayoutIsBooked() {
        PaymentScenario payment = exposed()
                .then(proposes(LOSS, "100", ADMIN), proposed(LOSS))
                .ignores(proposes(LOSS, "100", ADMIN))
                .refuses(proposes(ANOTHER, "100", ADMIN), EscrowRule.ONE_WRITE_OFF_AT_A_TIME);
        assertThat(payment.state().balances().exposed())
                .as("one person writes nothing off")
                .isEqualTo(usdt("100"));

        payment.then(approves(LOSS, GUARD), writtenOff(LOSS))
                .ignores(approves(LOSS, GUARD))
                .refuses(rejects(LOSS, GUARD), EscrowRule.ONLY_A_PROPOSED_WRITE_OFF_IS_DECIDED)
                .refuses(proposes(ANOTHER, "100", ADMIN), EscrowRule.A_WRITE_OFF_IS_EXACTLY_WHAT_IS_EXPOSED);
        assertThat(payment.state().balances().exposed()).isEqualTo(usdt("0"));
        assertThat(payment.state().balances().lost()).isEqualTo(usdt("100"));
        assertThat(payment.balance(LedgerAccount.ESCROW))
                .as("still owed to the seller")
                .isEqualTo("100.00");

        PaymentScenario paid =
                exposed(proposes(LOSS, "100", ADMIN), approves(LOSS, GUARD), settled(RELEASE), unfreeze(GUARD));
        assertThat(paid.balance(LedgerAccount.SELLER)).isEqualTo("97.50");
        assertThat(paid.balance(LedgerAccount.PLATFORM)).isEqualTo("2.50");
        assertThat(paid.state().held()).isEqualTo(usdt("0"));
    }

    @Test
    void givenWrittenOff_whenTheMoneyIsMinedAgain_thenItIsRecoveredOnce_andMoreIsThePayers() {
        PaymentScenario payment = exposed(proposes(LOSS, "100", ADMIN), approves(LOSS, GUARD))
                .then(minedAgain(), new TransferDetected(PAYMENT, transfer(1, usdt("100"), ANOTHER_BLOCK)))
                .then(confirm(1), new LossRecovered(PAYMENT, key(1), usdt("100"), usdt("0")))
                .ignores(confirm(1))
                .ignores(minedAgain())
                .then(observe(2, "7"), new TransferDetected(PAYMENT, transfer(2, "7")))
                .then(confirm(2), new ExcessSetAside(PAYMENT, key(2), usdt("7"), ExcessCause.LATE));

        assertThat(payment.state().balances().lost()).isEqualTo(usdt("0"));
        assertThat(payment.state().balances().exposed()).isEqualTo(usdt("0"));
        assertThat(payment.balance(LedgerAccount.CLEARING)).isEqualTo("0.00");
    }

    @Test
    void givenRecovered_whenItLeavesTheChainOnceMore_thenItIsExposedAgain_andWrittenOffAgain() {
        PaymentScenario payment = exposed(proposes(LOSS, "100", ADMIN), approves(LOSS, GUARD), minedAgain(), confirm(1))
                .then(
                        new RetractTransfer(PAYMENT, key(1), ANOTHER_BLOCK),
                        new CreditRetracted(
                                PAYMENT,
                                key(1),
                                usdt("100"),
                                usdt("0"),
                                usdt("0"),
                                usdt("0"),
                                usdt("100"),
                                usdt("100"),
                                ANOTHER_BLOCK))
                .then(proposes(ANOTHER, "100", ADMIN), proposed(ANOTHER))
                .then(approves(ANOTHER, GUARD), writtenOff(ANOTHER));

        assertThat(payment.state().balances().lost()).isEqualTo(usdt("100"));
    }

    @Test
    void givenWrittenOffAndExposedAgain_whenMoneyComes_thenItCoversTheExposureFirst() {
        PaymentScenario payment = given(open(), observe(1, "60"), confirm(1), observe(2, "40"), confirm(2))
                .then(releasable(), releasableNow())
                .then(settle(), settlement())
                .then(retract(1), gone(1, "60", "100"), mark())
                .then(proposes(LOSS, "60", ADMIN), new WriteOffProposed(PAYMENT, LOSS, usdt("60"), REASON, ADMIN))
                .then(
                        approves(LOSS, GUARD),
                        new ExposureWrittenOff(PAYMENT, LOSS, usdt("60"), usdt("60"), GUARD, REASON))
                .then(retract(2), gone(2, "40", "100"))
                .then(observe(3, "70"), new TransferDetected(PAYMENT, transfer(3, "70")))
                .then(
                        confirm(3),
                        new ExposureCovered(PAYMENT, key(3), usdt("40"), usdt("0")),
                        new LossRecovered(PAYMENT, key(3), usdt("30"), usdt("30")));

        assertThat(payment.state().balances().lost()).isEqualTo(usdt("30"));
    }

    @Test
    void givenOnePersonOrAParty_thenItIsRefused() {
        exposed()
                .refuses(proposes(LOSS, "100", BUYER), EscrowRule.A_PARTY_DOES_NOT_WRITE_OFF_ITS_OWN_TRADE)
                .refuses(proposes(LOSS, "100", SELLER), EscrowRule.A_PARTY_DOES_NOT_WRITE_OFF_ITS_OWN_TRADE)
                .then(proposes(LOSS, "100", ADMIN), proposed(LOSS))
                .refuses(approves(LOSS, ADMIN), EscrowRule.TWO_PEOPLE_WRITE_OFF)
                .refuses(rejects(LOSS, ADMIN), EscrowRule.TWO_PEOPLE_WRITE_OFF)
                .refuses(approves(LOSS, SELLER), EscrowRule.A_PARTY_DOES_NOT_WRITE_OFF_ITS_OWN_TRADE)
                .refuses(approves(ANOTHER, GUARD), EscrowRule.NO_SUCH_WRITE_OFF)
                .then(rejects(LOSS, GUARD), new WriteOffRejected(PAYMENT, LOSS, GUARD, REASON))
                .ignores(rejects(LOSS, GUARD))
                .refuses(approves(LOSS, GUARD), EscrowRule.ONLY_A_PROPOSED_WRITE_OFF_IS_DECIDED)
                .then(proposes(ANOTHER, "100", ADMIN), proposed(ANOTHER));
    }

    @Test
    void givenAnythingButTheExposureItself_thenNothingIsWrittenOff() {
        given(funded()).refuses(proposes(LOSS, "100", ADMIN), EscrowRule.A_WRITE_OFF_IS_EXACTLY_WHAT_IS_EXPOSED);
        exposed()
                .refuses(proposes(LOSS, "99", ADMIN), EscrowRule.A_WRITE_OFF_IS_EXACTLY_WHAT_IS_EXPOSED)
                .refuses(proposes(LOSS, "0", ADMIN), EscrowRule.A_WRITE_OFF_IS_EXACTLY_WHAT_IS_EXPOSED)
                .refuses(proposes(LOSS, "100.0000001", ADMIN), EscrowRule.A_WRITE_OFF_IS_EXACTLY_WHAT_IS_EXPOSED)
                .refuses(proposes(LOSS, "100", address(0xF), ADMIN), EscrowRule.A_WRITE_OFF_IS_EXACTLY_WHAT_IS_EXPOSED);
    }

    @Test
    void givenProposed_whenTheMoneyIsSeenAgain_thenAGuardCannotWriteItOff() {
        exposed(proposes(LOSS, "100", ADMIN), minedAgain())
                .refuses(approves(LOSS, GUARD), EscrowRule.SEEN_MONEY_DECIDES_BEFORE_A_WRITE_OFF)
                .then(confirm(1), new ExposureCovered(PAYMENT, key(1), usdt("100"), usdt("0")))
                .refuses(approves(LOSS, GUARD), EscrowRule.A_WRITE_OFF_IS_EXACTLY_WHAT_IS_EXPOSED)
                .then(rejects(LOSS, GUARD), new WriteOffRejected(PAYMENT, LOSS, GUARD, REASON));
        exposed(minedAgain()).refuses(proposes(LOSS, "100", ADMIN), EscrowRule.SEEN_MONEY_DECIDES_BEFORE_A_WRITE_OFF);
    }

    private static EscrowReleasable releasableNow() {
        return new EscrowReleasable(PAYMENT, REQUEST);
    }

    private static SettlementInstructed settlement() {
        return (SettlementInstructed)
                Decisions.decide(given(funded(releasable())).state(), settle()).getFirst();
    }

    private static CreditRetracted gone(int n, String amount, String total) {
        return new CreditRetracted(
                PAYMENT, key(n), usdt(amount), usdt("0"), usdt("0"), usdt("0"), usdt(amount), usdt(total), hash(700));
    }

    private static EscrowFrozen mark() {
        return new EscrowFrozen(PAYMENT, FreezeCause.REORG, usdt("0"), null, null, List.of(FreezeCause.REORG));
    }
}
