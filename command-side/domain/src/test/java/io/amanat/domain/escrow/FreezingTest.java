package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;
import static io.amanat.domain.escrow.PaymentScenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.EscrowEvent.DisputeRaised;
import io.amanat.contract.escrow.EscrowEvent.EscrowFrozen;
import io.amanat.contract.escrow.EscrowEvent.EscrowUnfrozen;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.identity.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreezingTest {
    private static DisputeRaised raised(UserId by, DisputeId disputeId) {
        return new DisputeRaised(
                PAYMENT, REQUEST, disputeId, by, BUYER, SELLER, DisputeCategory.DAMAGED, REASON, usdt("100"));
    }

    private static EscrowFrozen frozen(FreezeCause cause, String amount, FreezeCause... others) {
        return new EscrowFrozen(
                PAYMENT,
                cause,
                usdt(amount),
                cause == FreezeCause.DISPUTE ? DISPUTE : null,
                cause == FreezeCause.GUARD ? REASON : null,
                Stream.concat(Stream.of(cause), Stream.of(others)).toList());
    }

    private static EscrowUnfrozen lifted(FreezeCause cause, String amount, FreezeCause... standing) {
        return new EscrowUnfrozen(PAYMENT, cause, usdt(amount), null, REASON, List.of(standing));
    }

    @Test
    void givenFunded_whenAPartyDisputes_thenAllOfItIsFrozen_onceOnly() {
        PaymentScenario payment = given(funded())
                .then(dispute(SELLER, DISPUTE), raised(SELLER, DISPUTE), frozen(FreezeCause.DISPUTE, "100"))
                .ignores(dispute(SELLER, DISPUTE))
                .refuses(dispute(BUYER, ANOTHER_DISPUTE), EscrowRule.ONE_DISPUTE_AT_A_TIME);

        assertThat(payment.balance(LedgerAccount.ESCROW)).isEqualTo("0.00");
        assertThat(payment.balance(LedgerAccount.DISPUTED)).isEqualTo("100.00");
    }

    @Test
    void givenReleasable_whenAPartyDisputes_thenFrozen() {
        given(funded(releasable()))
                .then(dispute(BUYER, DISPUTE), raised(BUYER, DISPUTE), frozen(FreezeCause.DISPUTE, "100"))
                .refuses(settle(), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);
    }

    @Test
    void givenFunded_whenAStrangerDisputes_thenRefused() {
        given(funded()).refuses(dispute(STRANGER, DISPUTE), EscrowRule.ONLY_PARTIES_DISPUTE);
        given(funded(dispute(BUYER, DISPUTE))).refuses(dispute(GUARD, DISPUTE), EscrowRule.ONLY_PARTIES_DISPUTE);
    }

    @Test
    void givenNotHeldInFull_whenDisputed_thenRefused() {
        EscrowRule rule = EscrowRule.ONLY_FUNDED_ESCROW_CAN_BE_DISPUTED;
        given(open()).refuses(dispute(BUYER, DISPUTE), rule);
        given(open(), observe(1, "40"), confirm(1)).refuses(dispute(BUYER, DISPUTE), rule);
        given(funded(releasable(), settle())).refuses(dispute(BUYER, DISPUTE), rule);
        given(funded(releasable(), settle(), settled(RELEASE))).refuses(dispute(BUYER, DISPUTE), rule);
    }

    @Test
    void givenADisputeThatEnded_whenAnotherIsRaised_thenFrozenAgain_andTheOldOneChangesNothing() {
        EscrowFrozen again = new EscrowFrozen(
                PAYMENT, FreezeCause.DISPUTE, usdt("100"), ANOTHER_DISPUTE, null, List.of(FreezeCause.DISPUTE));
        given(funded(dispute(BUYER, DISPUTE), ruled(Ruling.of(RulingKind.REPLACEMENT))))
                .ignores(dispute(BUYER, DISPUTE))
                .then(dispute(BUYER, ANOTHER_DISPUTE), raised(BUYER, ANOTHER_DISPUTE), again);
    }

    @Test
    void givenHeld_whenAGuardFreezes_thenNothingLeaves_onceOnly() {
        given(funded(releasable()))
                .then(freeze(GUARD), frozen(FreezeCause.GUARD, "100"))
                .ignores(freeze(GUARD))
                .refuses(settle(), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE)
                .then(unfreeze(GUARD), lifted(FreezeCause.GUARD, "100"))
                .refuses(unfreeze(GUARD), EscrowRule.ONLY_FROZEN_ESCROW_CAN_BE_UNFROZEN);
        given(open(), observe(1, "40"), confirm(1)).then(freeze(GUARD), frozen(FreezeCause.GUARD, "40"));
    }

    @Test
    void givenAParty_whenItFreezesOrUnfreezes_thenRefused() {
        EscrowRule rule = EscrowRule.A_PARTY_DOES_NOT_FREEZE_ITS_OWN_ESCROW;
        given(funded()).refuses(freeze(BUYER), rule).refuses(freeze(SELLER), rule);
        given(funded(freeze(GUARD))).refuses(unfreeze(SELLER), rule).refuses(freeze(BUYER), rule);
    }

    @Test
    void givenNothingHeldOrOnItsWay_whenAGuardFreezes_thenRefused() {
        EscrowRule rule = EscrowRule.ONLY_HELD_ESCROW_CAN_BE_FROZEN;
        given(open(), observe(1, "100")).refuses(freeze(GUARD), rule);
        given(funded(releasable(), settle())).refuses(freeze(GUARD), rule);
        given(open(), cancel(BUYER)).refuses(freeze(GUARD), rule);
    }

    @Test
    void givenDispute_whenAGuardUnfreezes_thenRefused() {
        given(funded(dispute(BUYER, DISPUTE))).refuses(unfreeze(GUARD), EscrowRule.ONLY_FROZEN_ESCROW_CAN_BE_UNFROZEN);
    }

    @Test
    void givenFrozenByGuard_whenDisputed_thenBothStand_andTheGuardFreesNothing() {
        PaymentScenario payment = given(funded(freeze(GUARD)))
                .then(
                        dispute(BUYER, DISPUTE),
                        raised(BUYER, DISPUTE),
                        frozen(FreezeCause.DISPUTE, "0", FreezeCause.GUARD))
                .then(unfreeze(GUARD), lifted(FreezeCause.GUARD, "0", FreezeCause.DISPUTE));

        assertThat(payment.balance(LedgerAccount.DISPUTED)).isEqualTo("100.00");
    }

    @Test
    void givenFrozenWhilePartial_whenToppedUp_thenFundedAndStillFrozen() {
        PaymentScenario payment =
                given(open(), observe(1, "40"), confirm(1), freeze(GUARD), observe(2, "60"), confirm(2), releasable());

        payment.refuses(settle(), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);
        assertThat(payment.state().held()).isEqualTo(usdt("100"));
    }
}
