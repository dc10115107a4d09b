package io.amanat.domain.escrow;

import io.amanat.contract.escrow.EscrowEvent;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.OffChainEvent;
import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.SettlementEvent;
import io.amanat.contract.escrow.StrayEvent;
import io.amanat.contract.escrow.WriteOffEvent;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A payment as of some event. */
record PaymentState(
        PaymentId id,
        EscrowTerms terms,
        PaymentStatus status,
        @Nullable EscrowState escrow,
        Transfers transfers,
        Balances balances,
        List<Balances> foreign,
        Quoted quoted,
        Freezes freezes,
        @Nullable Settlement settlement,
        Returns returns,
        Set<String> strays,
        @Nullable OffChain offChain,
        @Nullable WriteOff writeOff) {
    static PaymentState opened(PayInEvent.PaymentOpened event) {
        return new PaymentState(
                event.paymentId(),
                event.terms(),
                PaymentStatus.PENDING,
                null,
                Transfers.NONE,
                Balances.none(event.terms().due().asset()),
                List.of(),
                Quoted.NONE,
                Freezes.NONE,
                null,
                Returns.NONE,
                Set.of(),
                null,
                null);
    }

    /** Refuses only what would take an account below zero. */
    PaymentState after(PaymentEvent event) {
        Transfers seen = transfers.after(event);
        return new PaymentState(
                id,
                terms,
                PaymentLifecycle.next(status, event, seen.any(terms.due().asset())),
                EscrowLifecycle.next(escrow, event),
                seen,
                balances.after(event),
                Balances.foreign(foreign, event, terms.due().asset()),
                quoted.after(event),
                event instanceof EscrowEvent frozen ? freezes.after(frozen) : freezes,
                event instanceof SettlementEvent out ? Settlement.after(settlement, out) : settlement,
                event instanceof StrayEvent stray ? returns.after(stray) : returns,
                event instanceof StrayEvent.StrayObserved observed ? with(observed) : strays,
                event instanceof OffChainEvent word ? OffChain.after(offChain, word) : offChain,
                event instanceof WriteOffEvent loss ? WriteOff.after(writeOff, loss) : writeOff);
    }

    /** Of another token than the price's there is a book of its own. */
    Balances balances(Asset asset) {
        return asset.equals(balances.asset())
                ? balances
                : foreign.stream()
                        .filter(book -> book.asset().equals(asset))
                        .findFirst()
                        .orElse(Balances.none(asset));
    }

    /** Every token of which there are books. */
    List<Balances> books() {
        return Stream.concat(Stream.of(balances), foreign.stream()).toList();
    }

    /** Whether the platform has paid out of money that the chain took back, in whatever token. */
    boolean exposed() {
        return books().stream().anyMatch(book -> book.exposed().positive());
    }

    private Set<String> with(StrayEvent.StrayObserved observed) {
        Set<String> more = new HashSet<>(strays);
        more.add(observed.stray().reference());
        return more;
    }

    /** What the buyer pays: by the quote that stands, or by the terms. */
    AssetAmount due() {
        AssetAmount byQuote = quoted.due();
        return byQuote == null ? terms.due() : byQuote;
    }

    /** Whether a transfer is in the token of the price. */
    boolean pays(ObservedTransfer transfer) {
        return transfer.amount().asset().equals(terms.due().asset());
    }

    /** Whether money was seen in the token of the price that is neither credited nor waiting for a new quote. */
    boolean undecided() {
        return transfers.detected().values().stream()
                .anyMatch(transfer -> pays(transfer) && !quoted.waits(transfer.key()));
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
