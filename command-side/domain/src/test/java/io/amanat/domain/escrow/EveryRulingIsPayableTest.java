package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;

import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.SettlementEvent.SettlementInstructed;
import io.amanat.contract.escrow.SettlementLeg;
import io.amanat.contract.money.AssetAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever split of what is held is accepted, its legs and the fee are whole units, all positive, and together what is held. */
class EveryRulingIsPayableTest {
    private static final int UNITS_MAX = 120;
    private static final int[] RATES = {0, 1, 250, 5_000, 9_999, 10_000};

    @Test
    void givenAnyHeldAmount_whenAnySplitOfItIsRuled_thenItIsPaidOutToTheLastUnit() {
        for (int rate : RATES) {
            for (int held = 2; held <= UNITS_MAX; held++) {
                PaymentState disputed = disputed(units(held), rate);
                for (int toBuyer = 1; toBuyer < held; toBuyer++) {
                    paidOut(disputed, units(toBuyer), units(held - toBuyer));
                }
            }
        }
    }

    @Test
    void givenAMillionUnits_whenSplitAtEveryUnit_thenItIsPaidOutToTheLastUnit() {
        AssetAmount held = units(1_000_000);
        PaymentState disputed = disputed(held, 333);
        for (int toBuyer = 1; toBuyer < 1_000_000; toBuyer += 11) {
            AssetAmount part = units(toBuyer);
            paidOut(disputed, part, held.minus(part));
        }
    }

    @Test
    void givenAnyAmountRateAndSplit_alsoWithAZeroPart_thenEveryLegIsPositive_andTheFeeIsRoundedOnce() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            AssetAmount held = USDT.units(new BigInteger(1 + random.nextInt(200), random).add(BigInteger.ONE));
            BigInteger part = new BigInteger(held.units().bitLength(), random).min(held.units());
            AssetAmount toBuyer = switch (random.nextInt(4)) {
                case 0 -> held;
                case 1 -> held.asset().zero();
                default -> USDT.units(part);
            };
            paidOut(disputed(held, random.nextInt(10_001)), toBuyer, held.minus(toBuyer));
        }
    }

    private static void paidOut(PaymentState disputed, AssetAmount toBuyer, AssetAmount toSeller) {
        List<PaymentEvent> events = Decisions.decide(disputed, ruled(Ruling.compensation(toBuyer, toSeller)));
        SettlementInstructed instructed = (SettlementInstructed) events.getLast();
        AssetAmount out = instructed.platformFee();
        for (SettlementLeg leg : instructed.legs()) {
            if (!leg.amount().positive()) {
                throw new AssertionError(leg + " pays nothing");
            }
            out = out.plus(leg.amount());
        }
        int parts = (toBuyer.positive() ? 1 : 0) + (toSeller.positive() ? 1 : 0);
        BigInteger fee = feeOf(toSeller.units(), disputed.terms().platformFeeBps());
        if (instructed.legs().size() != parts
                || !out.equals(disputed.held())
                || !instructed.platformFee().units().equals(fee)) {
            throw new AssertionError(toBuyer + " and " + toSeller + " give " + instructed + ", the fee is " + fee);
        }
        PaymentState state = disputed;
        for (PaymentEvent event : events) {
            state = Decisions.evolve(state, event);
        }
        for (SettlementLeg leg : instructed.legs()) {
            for (PaymentEvent event : Decisions.decide(state, settled(leg.transferId()))) {
                state = Decisions.evolve(state, event);
            }
        }
        EscrowState end = toSeller.positive() ? EscrowState.RELEASED : EscrowState.REFUNDED;
        boolean booked = state.balances().of(LedgerAccount.BUYER).equals(toBuyer)
                && state.balances().of(LedgerAccount.PLATFORM).units().equals(fee)
                && state.balances()
                        .of(LedgerAccount.SELLER)
                        .units()
                        .equals(toSeller.units().subtract(fee));
        if (state.escrow() != end || state.held().positive() || !booked) {
            throw new AssertionError(toBuyer + " and " + toSeller + " end as " + state);
        }
    }

    /** Half-even, computed in another way than the platform does; the seller's last unit is nobody's fee. */
    private static BigInteger feeOf(BigInteger toSeller, int rate) {
        return new BigDecimal(toSeller)
                .multiply(BigDecimal.valueOf(rate, 4))
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact()
                .min(toSeller.subtract(BigInteger.ONE).max(BigInteger.ZERO));
    }

    private static PaymentState disputed(AssetAmount due, int rate) {
        return PaymentScenario.given(
                        new OpenPayment(PAYMENT, terms(due, rate, 0)),
                        new ObserveTransfer(PAYMENT, transfer(1, due, hash(700))),
                        new ConfirmTransfer(PAYMENT, key(1), 12),
                        dispute(BUYER, DISPUTE))
                .state();
    }

    private static AssetAmount units(long units) {
        return USDT.units(BigInteger.valueOf(units));
    }
}
