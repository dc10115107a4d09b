package io.amanat.domain.escrow;

import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PaymentEvent;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the aggregate itself makes of its events, put as the read tables put it. In the aggregate's package to see its state. */
public final class PaymentFold {
    private PaymentState state;

    public void follow(PaymentEvent event) {
        state = Decisions.evolve(state, event);
    }

    /** Status, escrow, the gravest freeze and what is held. */
    public String payment() {
        return state.status().wire()
                + (state.escrow() == null ? "" : " " + state.escrow().wire())
                + state.freezes().standing().stream()
                        .min(Comparator.naturalOrder())
                        .map(FreezeCause::wire)
                        .map(cause -> " " + cause)
                        .orElse("")
                + " "
                + state.held().units();
    }

    /** Every account that holds something, by name. */
    public String balances() {
        return Stream.of(LedgerAccount.values())
                .filter(account -> account != LedgerAccount.EXTERNAL)
                .filter(account -> units(account).signum() != 0)
                .map(account -> account.wire() + " " + units(account))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private BigInteger units(LedgerAccount account) {
        return state.balances().units().getOrDefault(account, BigInteger.ZERO);
    }
}
