package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;

import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ApproveWriteOff;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.ProposeWriteOff;
import io.amanat.contract.escrow.PaymentCommand.RejectWriteOff;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.escrow.WriteOffId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.AssetAmount;
import java.util.Comparator;
import java.util.Random;
import java.util.UUID;

/** What staff say about an exposure, sensible more often than not, or no walk would ever write one off. */
final class RandomWriteOffs {
    private RandomWriteOffs() {}

    static boolean possible(PaymentState state) {
        AssetAmount exposed = state.balances().exposed();
        return exposed.positive() && !state.transfers().anyUndecided(exposed.asset());
    }

    /** Money that is seen is confirmed, and if none is seen some comes. */
    static PaymentCommand recovering(PaymentState state, ObservedTransfer another) {
        return state.transfers().detected().keySet().stream()
                .sorted(Comparator.comparingLong(TransferKey::logIndex))
                .findFirst()
                .<PaymentCommand>map(key -> new ConfirmTransfer(PAYMENT, key, 12))
                .orElseGet(() -> new ObserveTransfer(PAYMENT, another));
    }

    static PaymentCommand next(Random random, PaymentState state, UserId anybody) {
        WriteOff known = state.writeOff();
        if (known == null || known.state() != WriteOff.State.PROPOSED) {
            AssetAmount exposed = state.balances().exposed();
            return new ProposeWriteOff(
                    PAYMENT,
                    new WriteOffId(new UUID(1, random.nextLong())),
                    exposed.amount(),
                    exposed.asset().contract(),
                    REASON,
                    random.nextInt(4) > 0 ? STRANGER : anybody);
        }
        UserId by = random.nextInt(4) > 0 ? GUARD : anybody;
        return random.nextInt(4) > 0
                ? new ApproveWriteOff(PAYMENT, known.id(), by, REASON)
                : new RejectWriteOff(PAYMENT, known.id(), by, REASON);
    }
}
