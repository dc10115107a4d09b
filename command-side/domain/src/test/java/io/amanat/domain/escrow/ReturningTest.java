package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;
import static io.amanat.domain.escrow.PaymentScenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.escrow.EscrowEvent.EscrowFrozen;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PayInEvent.ExcessSetAside;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ClaimReturn;
import io.amanat.contract.escrow.PaymentCommand.ObserveStray;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.RecordExcessReturned;
import io.amanat.contract.escrow.PaymentCommand.RetractTransfer;
import io.amanat.contract.escrow.PaymentCommand.ReturnExcess;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.ReorgEvent.CreditRetracted;
import io.amanat.contract.escrow.ReturnProof;
import io.amanat.contract.escrow.StrayEvent.ExcessReturned;
import io.amanat.contract.escrow.StrayEvent.ForeignTransferDetected;
import io.amanat.contract.escrow.StrayEvent.ForeignTransferRetracted;
import io.amanat.contract.escrow.StrayEvent.ReturnClaimed;
import io.amanat.contract.escrow.StrayEvent.ReturnInstructed;
import io.amanat.contract.escrow.StrayEvent.StrayObserved;
import io.amanat.contract.escrow.StrayKind;
import io.amanat.contract.escrow.StrayTransfer;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that belongs to no price: set aside, claimed, approved, sent back. */
class ReturningTest {
    private static final Asset USDC = new Asset(CHAIN, address(0xF), Currency.USDC, 18);
    private static final AssetAmount FIVE_USDC = USDC.amount("5");
    private static final EvmAddress HOME = address(0x77);

    private static PaymentScenario late() {
        return given(funded(releasable(), settle(), settled(RELEASE), observe(2, "30"), confirm(2)));
    }

    private static PaymentCommand claim(EvmAddress to, EvmAddress signer, UserId by) {
        return new ClaimReturn(PAYMENT, key(2), to, signer, by);
    }

    private static PaymentCommand giveBack(UserId by) {
        return new ReturnExcess(PAYMENT, key(2), HOME, returnOf(2), by, REASON);
    }

    private static ReturnClaimed claimed(ReturnProof proof, UserId by) {
        return new ReturnClaimed(PAYMENT, key(2), HOME, proof, by);
    }

    private static ReturnInstructed instructed() {
        return new ReturnInstructed(
                PAYMENT, REQUEST, BUYER, SELLER, key(2), returnOf(2), HOME, usdt("30"), GUARD, REASON);
    }

    @Test
    void givenLateMoney_whenItsSenderSigns_andAGuardApproves_thenItGoesBackOnce_andTheBooksFollowAtTheEnd() {
        PaymentScenario payment = late().then(
                        claim(HOME, SENDER, STRANGER), claimed(ReturnProof.SENDER_SIGNATURE, STRANGER))
                .ignores(claim(HOME, SENDER, STRANGER))
                .refuses(
                        new ReturnExcess(PAYMENT, key(2), address(0x78), returnOf(2), GUARD, REASON),
                        EscrowRule.A_RETURN_GOES_WHERE_THE_GUARD_LOOKED)
                .then(giveBack(GUARD), instructed())
                .ignores(giveBack(GUARD))
                .refuses(
                        new ReturnExcess(PAYMENT, key(2), HOME, returnOf(3), GUARD, REASON),
                        EscrowRule.A_RETURN_IS_INSTRUCTED_ONCE)
                .refuses(claim(address(0x78), SENDER, BUYER), EscrowRule.A_RETURN_IS_INSTRUCTED_ONCE);
        assertThat(payment.balance(LedgerAccount.UNALLOCATED)).isEqualTo("30.00");

        payment.then(
                        new RecordExcessReturned(PAYMENT, returnOf(2), TX),
                        new ExcessReturned(PAYMENT, key(2), returnOf(2), usdt("30"), TX))
                .ignores(new RecordExcessReturned(PAYMENT, returnOf(2), TX));
        assertThat(payment.balance(LedgerAccount.UNALLOCATED)).isEqualTo("0.00");
        assertThat(payment.balance(LedgerAccount.BUYER)).isEqualTo("30.00");
    }

    @Test
    void givenLateMoney_whenTheBuyerSaysWhere_thenThatWillDo_andTheLastWordCounts() {
        late().then(
                        claim(address(0x78), null, BUYER),
                        new ReturnClaimed(PAYMENT, key(2), address(0x78), ReturnProof.BUYER_ACCOUNT, BUYER))
                .then(claim(HOME, null, BUYER), claimed(ReturnProof.BUYER_ACCOUNT, BUYER))
                .then(giveBack(GUARD), instructed());
    }

    @Test
    void givenLateMoney_whenNothingIsProven_thenRefused() {
        late().refuses(giveBack(GUARD), EscrowRule.A_RETURN_NEEDS_A_PROVEN_ADDRESS)
                .refuses(claim(HOME, address(0x99), BUYER), EscrowRule.THE_SENDER_SIGNS_FOR_A_RETURN)
                .refuses(claim(HOME, null, SELLER), EscrowRule.ONLY_THE_BUYER_CLAIMS_WITHOUT_A_SIGNATURE)
                .refuses(claim(HOME, null, GUARD), EscrowRule.ONLY_THE_BUYER_CLAIMS_WITHOUT_A_SIGNATURE)
                .refuses(
                        new ClaimReturn(PAYMENT, key(1), HOME, SENDER, BUYER),
                        EscrowRule.NOTHING_IS_SET_ASIDE_OF_THIS_TRANSFER)
                .refuses(
                        new ReturnExcess(PAYMENT, key(1), HOME, returnOf(1), GUARD, REASON),
                        EscrowRule.NOTHING_IS_SET_ASIDE_OF_THIS_TRANSFER)
                .refuses(
                        new RecordExcessReturned(PAYMENT, RELEASE, TX),
                        EscrowRule.ONLY_INSTRUCTED_RETURNS_ARE_RECORDED);
    }

    @Test
    void givenLateMoney_whenItWouldGoNowhere_thenRefused() {
        for (EvmAddress nowhere : new EvmAddress[] {address(0), USDT.contract(), DESTINATION}) {
            late().refuses(claim(nowhere, SENDER, BUYER), EscrowRule.A_RETURN_GOES_TO_A_REAL_ADDRESS);
        }
    }

    @Test
    void givenAClaim_whenAPartyApprovesIt_thenRefused() {
        PaymentScenario payment = late().then(claim(HOME, null, BUYER), claimed(ReturnProof.BUYER_ACCOUNT, BUYER));
        payment.refuses(giveBack(BUYER), EscrowRule.A_PARTY_DOES_NOT_APPROVE_ITS_OWN_RETURN)
                .refuses(giveBack(SELLER), EscrowRule.A_PARTY_DOES_NOT_APPROVE_ITS_OWN_RETURN);
    }

    @Test
    void givenOnItsWayBack_whenItLeavesTheChain_thenThatIsThePlatformsLoss_andTheReturnIsStillRecorded() {
        PaymentScenario payment = late().then(claim(HOME, null, BUYER), claimed(ReturnProof.BUYER_ACCOUNT, BUYER))
                .then(giveBack(GUARD), instructed());
        payment.then(
                retract(2),
                new CreditRetracted(
                        PAYMENT, key(2), usdt("30"), usdt("0"), usdt("0"), usdt("0"), usdt("30"), usdt("0"), hash(700)),
                new EscrowFrozen(PAYMENT, FreezeCause.REORG, usdt("0"), null, null, List.of(FreezeCause.REORG)));
        payment.then(
                new RecordExcessReturned(PAYMENT, returnOf(2), TX),
                new ExcessReturned(PAYMENT, key(2), returnOf(2), usdt("30"), TX));
        assertThat(payment.state().balances().exposed()).isEqualTo(usdt("30"));
        assertThat(payment.balance(LedgerAccount.UNALLOCATED)).isEqualTo("0.00");
    }

    @Test
    void givenOpen_whenAnotherAllowedTokenComes_thenItPaysNothing_andIsOwedInThatToken() {
        ObservedTransfer wrong = transfer(2, FIVE_USDC, hash(700));
        PaymentScenario payment = given(open())
                .then(new ObserveTransfer(PAYMENT, wrong), new ForeignTransferDetected(PAYMENT, wrong))
                .ignores(new ObserveTransfer(PAYMENT, wrong))
                .then(confirm(2), new ExcessSetAside(PAYMENT, key(2), FIVE_USDC, ExcessCause.WRONG_TOKEN));
        assertThat(payment.state().status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(payment.state().balances(USDC).of(LedgerAccount.UNALLOCATED)).isEqualTo(FIVE_USDC);
        assertThat(payment.state().balances().of(LedgerAccount.UNALLOCATED)).isEqualTo(usdt("0"));

        payment.then(claim(HOME, SENDER, BUYER), claimed(ReturnProof.SENDER_SIGNATURE, BUYER))
                .then(
                        giveBack(GUARD),
                        new ReturnInstructed(
                                PAYMENT, REQUEST, BUYER, SELLER, key(2), returnOf(2), HOME, FIVE_USDC, GUARD, REASON));
    }

    @Test
    void givenAnotherTokenSeen_whenItLeavesTheChain_thenForgotten() {
        given(open(), new ObserveTransfer(PAYMENT, transfer(2, FIVE_USDC, hash(700))))
                .then(
                        new RetractTransfer(PAYMENT, key(2), hash(700)),
                        new ForeignTransferRetracted(PAYMENT, key(2), FIVE_USDC, hash(700)))
                .refuses(confirm(2), EscrowRule.ONLY_DETECTED_TRANSFERS_ARE_CONFIRMED);
    }

    @Test
    void givenStrays_whenTold_thenEachIsWrittenDownOnce_andNoMoreThanSome() {
        PaymentScenario payment = given(open());
        for (int n = 1; n <= Returning.STRAYS_RECORDED_MAX; n++) {
            payment.then(new ObserveStray(PAYMENT, stray(n)), new StrayObserved(PAYMENT, stray(n)));
        }
        payment.ignores(new ObserveStray(PAYMENT, stray(1)))
                .ignores(new ObserveStray(PAYMENT, stray(Returning.STRAYS_RECORDED_MAX + 1)));
        assertThat(payment.state().status()).isEqualTo(PaymentStatus.PENDING);
    }

    private static StrayTransfer stray(int n) {
        return new StrayTransfer(StrayKind.NATIVE_COIN, CHAIN, hash(n), n, null, SENDER, "1000", 7);
    }
}
