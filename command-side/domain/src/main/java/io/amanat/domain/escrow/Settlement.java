package io.amanat.domain.escrow;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.SettlementEvent;
import io.amanat.contract.escrow.SettlementLeg;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far the money is on its way out. There is one per payment, for all that is held. */
record Settlement(SettlementEvent.SettlementInstructed instruction, Set<CustodyTransferId> settled) {
    Optional<SettlementLeg> leg(CustodyTransferId transferId) {
        return instruction.legs().stream()
                .filter(leg -> leg.transferId().equals(transferId))
                .findFirst();
    }

    boolean settled(CustodyTransferId transferId) {
        return settled.contains(transferId);
    }

    /** Whether every leg but {@code last} is final. */
    boolean ends(SettlementLeg last) {
        return instruction.legs().stream().allMatch(leg -> leg.equals(last) || settled(leg.transferId()));
    }

    boolean releases() {
        return instruction.legs().stream().anyMatch(leg -> leg.kind() == TransferKind.RELEASE);
    }

    static @Nullable Settlement after(@Nullable Settlement before, SettlementEvent event) {
        return switch (event) {
            case SettlementEvent.SettlementInstructed e -> new Settlement(e, Set.of());
            case SettlementEvent.FundsReleased e -> before == null ? null : before.with(e.transferId());
            case SettlementEvent.FundsRefunded e -> before == null ? null : before.with(e.transferId());
            case SettlementEvent.PlatformFeeTaken _,
                    SettlementEvent.PaymentCompleted _,
                    SettlementEvent.PaymentRefunded _ -> before;
        };
    }

    private Settlement with(CustodyTransferId transferId) {
        Set<CustodyTransferId> more = new HashSet<>(settled);
        more.add(transferId);
        return new Settlement(instruction, more);
    }
}
