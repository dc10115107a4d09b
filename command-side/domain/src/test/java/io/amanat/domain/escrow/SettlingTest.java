package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;
import static io.amanat.domain.escrow.PaymentScenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.EscrowEvent.EscrowReleasable;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.SettlementCause;
import io.amanat.contract.escrow.SettlementEvent.FundsReleased;
import io.amanat.contract.escrow.SettlementEvent.PaymentCompleted;
import io.amanat.contract.escrow.SettlementEvent.PlatformFeeTaken;
import io.amanat.contract.escrow.SettlementEvent.SettlementInstructed;
import io.amanat.contract.escrow.SettlementLeg;
import io.amanat.contract.money.AssetAmount;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private static final EscrowReleasable RELEASABLE = new EscrowReleasable(PAYMENT, REQUEST);

    private static SettlementInstructed toSeller(String amount, String fee) {
        return new SettlementInstructed(
                PAYMENT,
                REQUEST,
                BUYER,
                SELLER,
                SettlementCause.COMPLETION,
                List.of(new SettlementLeg(RELEASE, TransferKind.RELEASE, SELLER, PAYOUT_ADDRESS, usdt(amount))),
                usdt(fee));
    }

    @Test
    void givenFunded_whenTheTradeIsDone_thenReleasable_onceOnly() {
        given(funded()).then(releasable(), RELEASABLE).ignores(releasable());
        given(funded(releasable(), settle())).ignores(releasable());
        given(funded(releasable(), settle(), settled(RELEASE))).ignores(releasable());
    }

    @Test
    void givenNotFunded_whenMadeReleasable_thenRefused() {
        EscrowRule rule = EscrowRule.ONLY_FUNDED_ESCROW_CAN_BE_RELEASED;
        given(open()).refuses(releasable(), rule);
        given(open(), observe(1, "40"), confirm(1)).refuses(releasable(), rule);
        given(open(), cancel(BUYER)).refuses(releasable(), rule);
        given(funded(dispute(BUYER, DISPUTE), ruled(Ruling.of(RulingKind.REFUND))))
                .refuses(releasable(), rule);
    }

    @Test
    void givenFrozen_whenTheTradeIsDone_thenReleasable_andSettledAfterTheFreeze() {
        given(funded(freeze(GUARD)))
                .then(releasable(), RELEASABLE)
                .refuses(settle(), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);
        given(funded(freeze(GUARD), releasable(), unfreeze(GUARD))).then(settle(), toSeller("97.50", "2.50"));
    }

    @Test
    void givenReleasable_whenSettled_thenTheSellerGetsAllButTheFee_onceOnly() {
        PaymentScenario payment = given(funded(releasable()))
                .then(settle(), toSeller("97.50", "2.50"))
                .ignores(settle())
                .refuses(
                        new SettleEscrow(PAYMENT, new CustodyTransferId(uuid(99))),
                        EscrowRule.ONLY_RELEASABLE_ESCROW_IS_SETTLED);

        assertThat(payment.state().escrow()).isEqualTo(EscrowState.RELEASING);
        assertThat(payment.state().held()).isEqualTo(usdt("100"));
    }

    @Test
    void givenNotReleasable_whenSettled_thenRefused() {
        EscrowRule rule = EscrowRule.ONLY_RELEASABLE_ESCROW_IS_SETTLED;
        given(open()).refuses(settle(), rule);
        given(funded()).refuses(settle(), rule);
        given(funded(freeze(GUARD))).refuses(settle(), rule);
    }

    @Test
    void givenReleasing_whenTheLegIsFinal_thenReleasedWithTheFee_andNothingIsHeld() {
        PaymentScenario payment = given(funded(releasable(), settle()))
                .then(
                        settled(RELEASE),
                        new FundsReleased(PAYMENT, RELEASE, usdt("97.50"), TX),
                        new PlatformFeeTaken(PAYMENT, usdt("2.50")),
                        new PaymentCompleted(PAYMENT, REQUEST))
                .ignores(settled(RELEASE));

        assertThat(payment.state().status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payment.state().escrow()).isEqualTo(EscrowState.RELEASED);
        assertThat(payment.state().held().positive()).isFalse();
        assertThat(payment.balance(LedgerAccount.PLATFORM)).isEqualTo("2.50");
    }

    @Test
    void givenNoSuchLeg_whenSettled_thenRefused() {
        given(funded()).refuses(settled(RELEASE), EscrowRule.ONLY_INSTRUCTED_LEGS_SETTLE);
        given(funded(releasable(), settle())).refuses(settled(REFUND), EscrowRule.ONLY_INSTRUCTED_LEGS_SETTLE);
    }

    @Test
    void givenNoFee_whenTheLegIsFinal_thenNoFeeIsTaken() {
        given(new OpenPayment(PAYMENT, terms(usdt("100"), 0, 0)), observe(1, "100"), confirm(1), releasable(), settle())
                .then(
                        settled(RELEASE),
                        new FundsReleased(PAYMENT, RELEASE, usdt("100"), TX),
                        new PaymentCompleted(PAYMENT, REQUEST));
    }

    @Test
    void givenAnyAmountAndRate_whenSplit_thenEveryUnitGoesToSomebodyAndTheSellerGetsOne() {
        for (int rate : new int[] {0, 1, 250, 333, 5_000, 9_999, 10_000}) {
            for (int units = 1; units <= 1_000_000; units++) {
                AssetAmount held = USDT.units(BigInteger.valueOf(units));
                AssetAmount fee = Settling.fee(terms(held, rate, 0), held);
                AssetAmount leg = held.minus(fee);
                if (!leg.positive()
                        || !leg.plus(fee).equals(held)
                        || wrong(units, rate, fee.units().longValueExact())) {
                    throw new AssertionError(units + " units at " + rate + " give " + leg + " and " + fee);
                }
            }
        }
    }

    /** Off by more than half a unit, or a tie that was not rounded to even; the last unit excepted. */
    private static boolean wrong(long units, int rate, long fee) {
        long twiceOff = Math.abs(fee * 10_000L - units * rate) * 2;
        boolean capped = fee == units - 1 && units * rate > fee * 10_000L;
        return !capped && (twiceOff > 10_000 || (twiceOff == 10_000 && fee % 2 != 0));
    }
}
