package io.amanat.domain.escrow;

import io.amanat.contract.escrow.EscrowEvent;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.SettlementEvent;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.AssetAmount;
import org.jspecify.annotations.Nullable;

/** A payment as of some event. */
record PaymentState(
        PaymentId id,
        EscrowTerms terms,
        PaymentStatus status,
        @Nullable EscrowState escrow,
        Transfers transfers,
        Balances balances,
        Freezes freezes,
        @Nullable Settlement settlement) {
    static PaymentState opened(PayInEvent.PaymentOpened event) {
        return new PaymentState(
                event.paymentId(),
                event.terms(),
                PaymentStatus.PENDING,
                null,
                Transfers.NONE,
                Balances.none(event.terms().due().asset()),
                Freezes.NONE,
                null);
    }

    /** Refuses only what would take an account below zero. */
    PaymentState after(PaymentEvent event) {
        Transfers seen = event instanceof PayInEvent payIn ? transfers.after(payIn) : transfers;
        return new PaymentState(
                id,
                terms,
                PaymentLifecycle.next(status, event, seen.any()),
                EscrowLifecycle.next(escrow, event),
                seen,
                balances.after(event),
                event instanceof EscrowEvent frozen ? freezes.after(frozen) : freezes,
                event instanceof SettlementEvent out ? Settlement.after(settlement, out) : settlement);
    }

    AssetAmount held() {
        return balances.held();
    }

    /** What is held and not frozen. */
    AssetAmount free() {
        return balances.of(LedgerAccount.ESCROW);
    }

    AssetAmount frozen() {
        return balances.of(LedgerAccount.DISPUTED);
    }

    boolean party(UserId user) {
        return user.equals(terms.buyerId()) || user.equals(terms.sellerId());
    }

    /** Neither funded nor at an end. */
    boolean open() {
        return escrow == null || escrow == EscrowState.PARTIAL;
    }

    /** Funded, and not yet on its way out. */
    boolean funded() {
        return escrow == EscrowState.FUNDED || escrow == EscrowState.RELEASABLE;
    }

    /** Money is held and not on its way out. */
    boolean holding() {
        return funded() || escrow == EscrowState.PARTIAL;
    }
}
