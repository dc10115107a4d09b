package io.amanat.domain.escrow;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.escrow.StrayEvent;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.money.AssetAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Money on its way back, and back; remembered also when the transfer that it came with leaves the chain. */
record Returns(List<Leg> legs) {
    static final Returns NONE = new Returns(List.of());

    record Leg(CustodyTransferId transferId, TransferKey key, AssetAmount amount, boolean settled) {}

    Optional<Leg> leg(CustodyTransferId transferId) {
        return legs.stream().filter(leg -> leg.transferId().equals(transferId)).findFirst();
    }

    Returns after(StrayEvent event) {
        return switch (event) {
            case StrayEvent.ReturnInstructed e -> {
                List<Leg> more = new ArrayList<>(legs);
                more.add(new Leg(e.transferId(), e.key(), e.amount(), false));
                yield new Returns(more);
            }
            case StrayEvent.ExcessReturned e ->
                new Returns(legs.stream()
                        .map(leg -> leg.transferId().equals(e.transferId())
                                ? new Leg(leg.transferId(), leg.key(), leg.amount(), true)
                                : leg)
                        .toList());
            case StrayEvent.ForeignTransferDetected _,
                    StrayEvent.ForeignTransferRetracted _,
                    StrayEvent.StrayObserved _,
                    StrayEvent.ReturnClaimed _ -> this;
        };
    }
}
