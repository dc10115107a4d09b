package io.amanat.domain.escrow;

import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.ReorgEvent;
import io.amanat.contract.escrow.StrayEvent;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.escrow.WriteOffEvent;
import io.amanat.contract.money.Asset;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The transfers that stand on the chain as far as we know: seen and undecided, or credited. A retracted one is forgotten.
 *
 * @param lost what a reorganisation took out of the escrow and no other transfer has filled again, in units of what is due
 */
record Transfers(Map<TransferKey, ObservedTransfer> detected, Map<TransferKey, Credited> credited, BigInteger lost) {
    static final Transfers NONE = new Transfers(Map.of(), Map.of(), BigInteger.ZERO);

    @Nullable
    ObservedTransfer undecided(TransferKey key) {
        return detected.get(key);
    }

    @Nullable
    Credited creditedBy(TransferKey key) {
        return credited.get(key);
    }

    boolean credited(TransferKey key) {
        return credited.containsKey(key);
    }

    /** In {@code asset}; another token decides nothing about the price. */
    boolean anyUndecided(Asset asset) {
        return detected.values().stream().anyMatch(transfer -> in(asset, transfer));
    }

    boolean any(Asset asset) {
        return anyUndecided(asset) || credited.values().stream().anyMatch(known -> in(asset, known.transfer()));
    }

    /** One transaction stands in one block: what was seen of it in another block has left the chain. */
    List<ObservedTransfer> elsewhere(ObservedTransfer seen) {
        return Stream.concat(
                        detected.values().stream(), credited.values().stream().map(Credited::transfer))
                .filter(known -> known.key().txHash().equals(seen.key().txHash())
                        && !known.blockHash().equals(seen.blockHash()))
                .sorted((one, other) ->
                        Long.compare(one.key().logIndex(), other.key().logIndex()))
                .toList();
    }

    Transfers after(PaymentEvent event) {
        return switch (event) {
            case PayInEvent e -> payIn(e);
            case StrayEvent e -> stray(e);
            case ReorgEvent e -> reorg(e);
            case WriteOffEvent.LossRecovered e -> credit(e.key(), known -> known.covering(e.amount()));
            default -> this;
        };
    }

    private Transfers payIn(PayInEvent event) {
        return switch (event) {
            case PayInEvent.TransferDetected e -> seen(e.transfer());
            case PayInEvent.TransferRetracted e -> gone(e.key());
            case PayInEvent.FundsHeld e ->
                credit(e.key(), known -> known.holding(e.amount()))
                        .losing(e.amount().units().negate());
            case PayInEvent.ExcessSetAside e -> credit(e.key(), known -> known.settingAside(e.amount()));
            case PayInEvent.PaymentOpened _, PayInEvent.PaymentCancelled _, PayInEvent.PaymentExpired _ -> this;
        };
    }

    private Transfers stray(StrayEvent event) {
        return switch (event) {
            case StrayEvent.ForeignTransferDetected e -> seen(e.transfer());
            case StrayEvent.ForeignTransferRetracted e -> gone(e.key());
            case StrayEvent.ReturnClaimed e -> credit(e.key(), known -> known.claimed(e.to()));
            case StrayEvent.ReturnInstructed e -> credit(e.key(), Credited::sentBack);
            case StrayEvent.ExcessReturned _, StrayEvent.StrayObserved _ -> this;
        };
    }

    private Transfers reorg(ReorgEvent event) {
        return switch (event) {
            case ReorgEvent.CreditRetracted e ->
                gone(e.key()).losing(e.fromEscrow().plus(e.fromDisputed()).units());
            case ReorgEvent.ExposureCovered e -> credit(e.key(), known -> known.covering(e.amount()));
        };
    }

    private Transfers seen(ObservedTransfer transfer) {
        return new Transfers(with(detected, transfer.key(), transfer), credited, lost);
    }

    private Transfers gone(TransferKey key) {
        return new Transfers(without(detected, key), without(credited, key), lost);
    }

    private Transfers losing(BigInteger more) {
        return new Transfers(detected, credited, lost.add(more).max(BigInteger.ZERO));
    }

    private Transfers credit(TransferKey key, UnaryOperator<Credited> part) {
        ObservedTransfer transfer = detected.get(key);
        Credited known = transfer == null ? credited.get(key) : Credited.nothingOf(transfer);
        return known == null
                ? this
                : new Transfers(without(detected, key), with(credited, key, part.apply(known)), lost);
    }

    private static boolean in(Asset asset, ObservedTransfer transfer) {
        return transfer.amount().asset().equals(asset);
    }

    private static <V> Map<TransferKey, V> with(Map<TransferKey, V> map, TransferKey key, V value) {
        Map<TransferKey, V> next = new HashMap<>(map);
        next.put(key, value);
        return next;
    }

    private static <V> Map<TransferKey, V> without(Map<TransferKey, V> map, TransferKey key) {
        Map<TransferKey, V> next = new HashMap<>(map);
        next.remove(key);
        return next;
    }
}
