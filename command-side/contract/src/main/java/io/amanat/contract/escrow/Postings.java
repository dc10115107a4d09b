package io.amanat.contract.escrow;

import io.amanat.contract.money.AssetAmount;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an event means for the ledger. The aggregate uses it to refuse what would overdraw an account, the projection to write the
 * rows: one definition, so the two cannot drift apart.
 */
public final class Postings {
    private Postings() {}

    /** The postings of {@code event}, in order; empty when no money moves. */
    public static List<Posting> of(PaymentEvent event) {
        return switch (event) {
            case PayInEvent payIn -> ofPayIn(payIn);
            case QuoteEvent quote -> ofQuote(quote);
            case OffChainEvent offChain -> ofOffChain(offChain);
            case StrayEvent stray -> ofStray(stray);
            case ReorgEvent reorg -> ofReorg(reorg);
            case WriteOffEvent writeOff -> ofWriteOff(writeOff);
            case EscrowEvent escrow -> ofEscrow(escrow);
            case SettlementEvent settlement -> ofSettlement(settlement);
        };
    }

    private static List<Posting> ofPayIn(PayInEvent event) {
        return switch (event) {
            case PayInEvent.TransferDetected e ->
                one(
                        LedgerEntryType.PAYMENT_DETECTED,
                        LedgerAccount.EXTERNAL,
                        LedgerAccount.CLEARING,
                        e.transfer().amount());
            case PayInEvent.TransferRetracted e ->
                adjustment(LedgerAccount.CLEARING, LedgerAccount.EXTERNAL, e.amount(), "reorg");
            case PayInEvent.FundsHeld e ->
                one(LedgerEntryType.HOLD, LedgerAccount.CLEARING, LedgerAccount.ESCROW, e.amount());
            case PayInEvent.ExcessSetAside e ->
                adjustment(
                        LedgerAccount.CLEARING,
                        LedgerAccount.UNALLOCATED,
                        e.amount(),
                        e.cause().wire());
            case PayInEvent.PaymentOpened e -> List.of();
            case PayInEvent.PaymentCancelled e -> List.of();
            case PayInEvent.PaymentExpired e -> List.of();
        };
    }

    private static List<Posting> ofQuote(QuoteEvent event) {
        return switch (event) {
            case QuoteEvent.PaymentQuoted e -> List.of();
            case QuoteEvent.TransferAwaitsQuote e -> List.of();
        };
    }

    /** The same way as money on the chain, at once: there is nothing to wait for between being seen and being sure. */
    private static List<Posting> ofOffChain(OffChainEvent event) {
        return switch (event) {
            case OffChainEvent.OffChainApproved e ->
                Stream.of(
                                one(
                                        LedgerEntryType.PAYMENT_DETECTED,
                                        LedgerAccount.EXTERNAL,
                                        LedgerAccount.CLEARING,
                                        e.amount()),
                                one(LedgerEntryType.HOLD, LedgerAccount.CLEARING, LedgerAccount.ESCROW, e.amount()))
                        .flatMap(List::stream)
                        .toList();
            case OffChainEvent.OffChainConfirmed e -> List.of();
            case OffChainEvent.OffChainRejected e -> List.of();
        };
    }

    private static List<Posting> ofStray(StrayEvent event) {
        return switch (event) {
            case StrayEvent.ForeignTransferDetected e ->
                one(
                        LedgerEntryType.PAYMENT_DETECTED,
                        LedgerAccount.EXTERNAL,
                        LedgerAccount.CLEARING,
                        e.transfer().amount());
            case StrayEvent.ForeignTransferRetracted e ->
                adjustment(LedgerAccount.CLEARING, LedgerAccount.EXTERNAL, e.amount(), "reorg");
            case StrayEvent.ExcessReturned e ->
                one(LedgerEntryType.REFUND, LedgerAccount.UNALLOCATED, LedgerAccount.BUYER, e.amount());
            case StrayEvent.StrayObserved e -> List.of();
            case StrayEvent.ReturnClaimed e -> List.of();
            case StrayEvent.ReturnInstructed e -> List.of();
        };
    }

    private static List<Posting> ofReorg(ReorgEvent event) {
        return switch (event) {
            case ReorgEvent.CreditRetracted e ->
                Stream.of(
                                back(LedgerAccount.ESCROW, e.fromEscrow()),
                                back(LedgerAccount.DISPUTED, e.fromDisputed()),
                                back(LedgerAccount.UNALLOCATED, e.fromUnallocated()),
                                back(LedgerAccount.EXPOSURE, e.exposed()))
                        .flatMap(List::stream)
                        .toList();
            case ReorgEvent.ExposureCovered e ->
                adjustment(LedgerAccount.CLEARING, LedgerAccount.EXPOSURE, e.amount(), "exposure_covered");
        };
    }

    /** What is written off leaves the exposure and stays below zero where it is named a loss. */
    private static List<Posting> ofWriteOff(WriteOffEvent event) {
        return switch (event) {
            case WriteOffEvent.ExposureWrittenOff e ->
                adjustment(LedgerAccount.LOSS, LedgerAccount.EXPOSURE, e.amount(), "written_off");
            case WriteOffEvent.LossRecovered e ->
                adjustment(LedgerAccount.CLEARING, LedgerAccount.LOSS, e.amount(), "loss_recovered");
            case WriteOffEvent.WriteOffProposed e -> List.of();
            case WriteOffEvent.WriteOffRejected e -> List.of();
        };
    }

    private static List<Posting> back(LedgerAccount from, AssetAmount amount) {
        return amount.positive() ? adjustment(from, LedgerAccount.EXTERNAL, amount, "reorg") : List.of();
    }

    private static List<Posting> ofEscrow(EscrowEvent event) {
        return switch (event) {
            case EscrowEvent.EscrowFrozen e ->
                one(LedgerEntryType.DISPUTE_HOLD, LedgerAccount.ESCROW, LedgerAccount.DISPUTED, e.amount());
            case EscrowEvent.EscrowUnfrozen e ->
                one(LedgerEntryType.DISPUTE_HOLD, LedgerAccount.DISPUTED, LedgerAccount.ESCROW, e.amount());
            case EscrowEvent.EscrowFunded e -> List.of();
            case EscrowEvent.DisputeRaised e -> List.of();
            case EscrowEvent.EscrowReleasable e -> List.of();
        };
    }

    private static List<Posting> ofSettlement(SettlementEvent event) {
        return switch (event) {
            case SettlementEvent.FundsReleased e ->
                one(LedgerEntryType.RELEASE, LedgerAccount.ESCROW, LedgerAccount.SELLER, e.amount());
            case SettlementEvent.FundsRefunded e ->
                one(LedgerEntryType.REFUND, LedgerAccount.ESCROW, LedgerAccount.BUYER, e.amount());
            case SettlementEvent.PlatformFeeTaken e ->
                one(LedgerEntryType.PLATFORM_FEE, LedgerAccount.ESCROW, LedgerAccount.PLATFORM, e.amount());
            case SettlementEvent.SettlementInstructed e -> List.of();
            case SettlementEvent.PaymentCompleted e -> List.of();
            case SettlementEvent.PaymentRefunded e -> List.of();
        };
    }

    private static List<Posting> one(
            LedgerEntryType type, LedgerAccount debit, LedgerAccount credit, AssetAmount amount) {
        return amount.positive() ? List.of(new Posting(type, debit, credit, amount, null)) : List.of();
    }

    private static List<Posting> adjustment(
            LedgerAccount debit, LedgerAccount credit, AssetAmount amount, String reason) {
        return List.of(new Posting(LedgerEntryType.ADJUSTMENT, debit, credit, amount, reason));
    }
}
