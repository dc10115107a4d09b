package io.amanat.domain.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.OffChainEvent;
import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.QuoteEvent.PaymentQuoted;
import io.amanat.contract.escrow.QuoteEvent.TransferAwaitsQuote;
import io.amanat.contract.escrow.ReorgEvent;
import io.amanat.contract.escrow.SettlementEvent;
import io.amanat.contract.escrow.StrayEvent;
import io.amanat.contract.escrow.WriteOffEvent;
import io.amanat.domain.Transition;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Thousands of random lives of payments. What must always hold is asked after every step; a failure names its seed. */
class PaymentWalkTest {
    private static final int WALKS = 3_000;
    private static final int STEPS = 60;
    private static final Set<EscrowState> ENDS =
            EnumSet.of(EscrowState.RELEASED, EscrowState.REFUNDED, EscrowState.CANCELLED, EscrowState.FAILED);

    private final Set<Transition<PaymentStatus>> statusArrows = new HashSet<>();
    private final Set<Transition<EscrowState>> escrowArrows = new HashSet<>();
    private final Set<EscrowState> ends = new HashSet<>();
    private final Set<Class<?>> kinds = new HashSet<>();

    @Test
    void givenAnyCommandsInAnyOrder_thenEveryUnitIsAccountedFor() {
        for (long seed = 1; seed <= WALKS; seed++) {
            walk(seed);
        }
        assertThat(kinds).as("quotes are a part of it").contains(PaymentQuoted.class, TransferAwaitsQuote.class);
        assertThat(kinds)
                .as("losses too")
                .contains(WriteOffEvent.ExposureWrittenOff.class, WriteOffEvent.LossRecovered.class);
        assertThat(ends).as("the walks reach every end").isEqualTo(ENDS);
        assertThat(statusArrows)
                .as("what happens is the published lifecycle, all of it")
                .containsExactlyInAnyOrderElementsOf(PaymentLifecycle.transitions());
        assertThat(escrowArrows).containsExactlyInAnyOrderElementsOf(EscrowLifecycle.transitions());
    }

    private void walk(long seed) {
        RandomPayment random = new RandomPayment(seed);
        Tally tally = new Tally();
        PaymentState state = step(null, random.open(), tally, seed);
        for (int i = 0; i < STEPS; i++) {
            PaymentCommand command = random.next(state);
            state = step(state, command, tally, seed);
            assertThat(decided(state, command))
                    .as("seed %s, repeated %s", seed, command)
                    .isEmpty();
        }
        if (ENDS.contains(state.escrow())) {
            ends.add(state.escrow());
        }
    }

    private PaymentState step(PaymentState before, PaymentCommand command, Tally tally, long seed) {
        PaymentState state = before;
        for (PaymentEvent event : decided(state, command)) {
            PaymentState after = Decisions.evolve(state, event);
            note(state, event, after);
            tally.add(event);
            state = after;
        }
        if (state != null) {
            tally.check(state, "seed " + seed + ", after " + command);
        }
        return state;
    }

    private static List<PaymentEvent> decided(PaymentState state, PaymentCommand command) {
        try {
            return Decisions.decide(state, command);
        } catch (RuleViolated refused) {
            return List.of();
        }
    }

    private void note(PaymentState before, PaymentEvent event, PaymentState after) {
        kinds.add(event.getClass());
        PaymentStatus from = before == null ? null : before.status();
        if (from != after.status() || knows(PaymentLifecycle.transitions(), from, event)) {
            statusArrows.add(new Transition<>(from, event.getClass(), after.status()));
        }
        EscrowState escrow = before == null ? null : before.escrow();
        if (escrow != after.escrow() || knows(EscrowLifecycle.transitions(), escrow, event)) {
            escrowArrows.add(new Transition<>(escrow, event.getClass(), after.escrow()));
        }
    }

    private static <S extends Enum<S>> boolean knows(List<Transition<S>> table, S from, PaymentEvent event) {
        return !Transition.targets(table, from, event.getClass()).isEmpty();
    }

    /** The same money, counted from the events without the ledger. */
    private static final class Tally {
        private BigInteger seen = BigInteger.ZERO;
        private BigInteger undecided = BigInteger.ZERO;
        private BigInteger held = BigInteger.ZERO;
        private BigInteger aside = BigInteger.ZERO;
        private BigInteger out = BigInteger.ZERO;
        private BigInteger exposed = BigInteger.ZERO;
        private BigInteger lost = BigInteger.ZERO;
        private boolean funded;

        void add(PaymentEvent event) {
            switch (event) {
                case PayInEvent.TransferDetected e -> {
                    seen = seen.add(e.transfer().amount().units());
                    undecided = undecided.add(e.transfer().amount().units());
                }
                case OffChainEvent.OffChainApproved e -> {
                    seen = seen.add(e.amount().units());
                    held = held.add(e.amount().units());
                }
                case PayInEvent.TransferRetracted e -> {
                    seen = seen.subtract(e.amount().units());
                    undecided = undecided.subtract(e.amount().units());
                }
                case PayInEvent.FundsHeld e -> {
                    held = held.add(e.amount().units());
                    undecided = undecided.subtract(e.amount().units());
                }
                case PayInEvent.ExcessSetAside e -> {
                    aside = aside.add(e.amount().units());
                    undecided = undecided.subtract(e.amount().units());
                }
                case ReorgEvent.CreditRetracted e -> {
                    seen = seen.subtract(e.amount().units());
                    held = held.subtract(e.fromEscrow().plus(e.fromDisputed()).units());
                    aside = aside.subtract(e.fromUnallocated().units());
                    exposed = exposed.add(e.exposed().units());
                }
                case ReorgEvent.ExposureCovered e -> {
                    exposed = exposed.subtract(e.amount().units());
                    undecided = undecided.subtract(e.amount().units());
                }
                case WriteOffEvent.ExposureWrittenOff e -> {
                    exposed = exposed.subtract(e.amount().units());
                    lost = lost.add(e.amount().units());
                }
                case WriteOffEvent.LossRecovered e -> {
                    lost = lost.subtract(e.amount().units());
                    undecided = undecided.subtract(e.amount().units());
                }
                case StrayEvent.ExcessReturned e ->
                    aside = aside.subtract(e.amount().units());
                case SettlementEvent.FundsReleased e -> out = out.add(e.amount().units());
                case SettlementEvent.FundsRefunded e -> out = out.add(e.amount().units());
                case SettlementEvent.PlatformFeeTaken e ->
                    out = out.add(e.amount().units());
                case EscrowFunded e -> {
                    assertThat(funded).as("funded once").isFalse();
                    funded = true;
                }
                default -> {}
            }
        }

        void check(PaymentState state, String where) {
            Map<LedgerAccount, BigInteger> units = new EnumMap<>(LedgerAccount.class);
            for (LedgerAccount account : LedgerAccount.values()) {
                units.put(account, state.balances().units().getOrDefault(account, BigInteger.ZERO));
                if (!account.mayBeNegative() && units.get(account).signum() < 0) {
                    throw new AssertionError(where + ": " + account + " is " + units.get(account));
                }
            }
            BigInteger inEscrow = units.get(LedgerAccount.ESCROW).add(units.get(LedgerAccount.DISPUTED));
            same(where, "in = held + out", held, inEscrow.add(out));
            same(where, "undecided", undecided, units.get(LedgerAccount.CLEARING));
            same(where, "set aside", aside, units.get(LedgerAccount.UNALLOCATED));
            same(where, "exposed", exposed.negate(), units.get(LedgerAccount.EXPOSURE));
            same(where, "written off", lost.negate(), units.get(LedgerAccount.LOSS));
            same(where, "the outside world", seen.negate(), units.get(LedgerAccount.EXTERNAL));
            assertThat(exposed).as(where).isNotNegative();
            assertThat(lost).as(where).isNotNegative();
            assertThat(held).as(where).isLessThanOrEqualTo(state.due().units());
            if (ENDS.contains(state.escrow())) {
                same(where, "a closed payment holds nothing", BigInteger.ZERO, inEscrow);
            }
            if (!state.freezes().any()) {
                same(where, "nothing is frozen", BigInteger.ZERO, units.get(LedgerAccount.DISPUTED));
            }
        }

        private static void same(String where, String what, BigInteger expected, BigInteger actual) {
            if (!expected.equals(actual)) {
                throw new AssertionError(where + ": " + what + ": " + expected + " but " + actual);
            }
        }
    }
}
