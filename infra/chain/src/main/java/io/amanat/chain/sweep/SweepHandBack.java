package io.amanat.chain.sweep;

import io.amanat.chain.hardware.HandedBack;
import io.amanat.chain.hardware.NotAsInstructed;
import io.amanat.chain.sweep.Sweep.State;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.custody.Sweeps.Handed;
import io.amanat.contract.custody.Sweeps.Taken;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Takes what an operator signed elsewhere, if it is what was to be signed. Stored, not yet sent: the worker does that. */
final class SweepHandBack {

    private final SweepGuard guard;
    private final SweepTable table;
    private final Clock clock;

    SweepHandBack(SweepGuard guard, SweepTable table, Clock clock) {
        this.guard = guard;
        this.table = table;
        this.clock = clock;
    }

    /** The same bytes again have the same answer, however far the sweep is by then. */
    Taken take(UUID batch, Handed handed, String by) {
        Optional<Sweep> found = table.one(batch, handed.sweepId());
        if (found.isEmpty()) {
            return refused(handed, "sweepId", "There is no such sweep in this batch.");
        }
        Sweep sweep = found.get();
        if (sweep.signed() != null) {
            return again(handed, sweep.signed());
        }
        if (sweep.state() != State.UNSIGNED) {
            return refused(handed, "sweepId", "This sweep does not wait for a signature.");
        }
        Optional<String> against = guard.against(sweep.paymentId());
        if (against.isPresent()) {
            return refused(handed, "sweepId", "This sweep must not go now: " + against.get() + ".");
        }
        SignedTransaction signed;
        try {
            signed = HandedBack.check(sweep.unsigned(), handed.raw());
        } catch (NotAsInstructed otherwise) {
            return refused(handed, otherwise.field(), String.valueOf(otherwise.getMessage()));
        }
        if (table.handedBack(sweep, signed, by, clock.instant())) {
            return taken(handed, signed);
        }
        return table.one(batch, handed.sweepId())
                .flatMap(now -> Optional.ofNullable(now.signed()))
                .map(stored -> again(handed, stored))
                .orElseGet(() -> refused(handed, "sweepId", "This sweep does not wait for a signature."));
    }

    private static Taken again(Handed handed, SignedTransaction stored) {
        return stored.raw().equalsIgnoreCase(handed.raw())
                ? taken(handed, stored)
                : refused(handed, "bytes", "Other bytes were handed back for this sweep before, and are kept.");
    }

    private static Taken taken(Handed handed, SignedTransaction signed) {
        return new Taken(handed.sweepId(), true, signed.txHash(), null, null);
    }

    private static Taken refused(Handed handed, String field, String detail) {
        return new Taken(handed.sweepId(), false, null, field, detail);
    }
}
