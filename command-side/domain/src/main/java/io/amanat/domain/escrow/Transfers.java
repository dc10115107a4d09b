package io.amanat.domain.escrow;

import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.TransferKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The transfers that stand on the chain as far as we know: seen and undecided, or credited. A retracted one is forgotten. */
record Transfers(Map<TransferKey, ObservedTransfer> detected, Map<TransferKey, ObservedTransfer> credited) {
    static final Transfers NONE = new Transfers(Map.of(), Map.of());

    @Nullable
    ObservedTransfer undecided(TransferKey key) {
        return detected.get(key);
    }

    boolean credited(TransferKey key) {
        return credited.containsKey(key);
    }

    boolean anyUndecided() {
        return !detected.isEmpty();
    }

    boolean any() {
        return anyUndecided() || !credited.isEmpty();
    }

    Transfers after(PayInEvent event) {
        return switch (event) {
            case PayInEvent.TransferDetected e ->
                new Transfers(with(detected, e.transfer().key(), e.transfer()), credited);
            case PayInEvent.TransferRetracted e -> new Transfers(without(detected, e.key()), credited);
            case PayInEvent.FundsHeld e -> credit(e.key());
            case PayInEvent.ExcessSetAside e -> credit(e.key());
            case PayInEvent.PaymentOpened _, PayInEvent.PaymentCancelled _, PayInEvent.PaymentExpired _ -> this;
        };
    }

    private Transfers credit(TransferKey key) {
        ObservedTransfer transfer = detected.get(key);
        return transfer == null ? this : new Transfers(without(detected, key), with(credited, key, transfer));
    }

    private static Map<TransferKey, ObservedTransfer> with(
            Map<TransferKey, ObservedTransfer> map, TransferKey key, ObservedTransfer transfer) {
        Map<TransferKey, ObservedTransfer> next = new HashMap<>(map);
        next.put(key, transfer);
        return next;
    }

    private static Map<TransferKey, ObservedTransfer> without(Map<TransferKey, ObservedTransfer> map, TransferKey key) {
        Map<TransferKey, ObservedTransfer> next = new HashMap<>(map);
        next.remove(key);
        return next;
    }
}
