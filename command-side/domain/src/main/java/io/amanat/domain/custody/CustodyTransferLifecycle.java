package io.amanat.domain.custody;

import static io.amanat.contract.custody.CustodyTransferStatus.APPROVED;
import static io.amanat.contract.custody.CustodyTransferStatus.BROADCAST;
import static io.amanat.contract.custody.CustodyTransferStatus.FAILED;
import static io.amanat.contract.custody.CustodyTransferStatus.FINAL;
import static io.amanat.contract.custody.CustodyTransferStatus.HELD;
import static io.amanat.contract.custody.CustodyTransferStatus.INSTRUCTED;
import static io.amanat.contract.custody.CustodyTransferStatus.MINED;
import static io.amanat.contract.custody.CustodyTransferStatus.SIGNED;

import io.amanat.contract.Event;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferAccepted;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferBroadcast;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFailed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFinalised;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFirstApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferHeld;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferMined;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferRedirected;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferReplaced;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferSigned;
import io.amanat.contract.custody.CustodyTransferStatus;
import io.amanat.domain.Transition;
import java.util.List;
import java.util.Objects;

/**
 * The state machine of a custody transfer, as data; the rules ask it. A transfer may be held until it is signed: signed bytes exist
 * for good and nobody can hold them back.
 */
public final class CustodyTransferLifecycle {
    private static final List<Transition<CustodyTransferStatus>> TABLE = List.of(
            new Transition<>(null, CustodyTransferInstructed.class, INSTRUCTED),
            new Transition<>(INSTRUCTED, CustodyTransferFirstApproved.class, INSTRUCTED),
            new Transition<>(HELD, CustodyTransferFirstApproved.class, HELD),
            new Transition<>(FAILED, CustodyTransferFirstApproved.class, FAILED),
            new Transition<>(INSTRUCTED, CustodyTransferApproved.class, APPROVED),
            new Transition<>(HELD, CustodyTransferApproved.class, APPROVED),
            new Transition<>(FAILED, CustodyTransferApproved.class, APPROVED),
            new Transition<>(INSTRUCTED, CustodyTransferHeld.class, HELD),
            new Transition<>(APPROVED, CustodyTransferHeld.class, HELD),
            new Transition<>(APPROVED, CustodyTransferSigned.class, SIGNED),
            new Transition<>(SIGNED, CustodyTransferReplaced.class, SIGNED),
            new Transition<>(BROADCAST, CustodyTransferReplaced.class, SIGNED),
            new Transition<>(MINED, CustodyTransferReplaced.class, SIGNED),
            new Transition<>(SIGNED, CustodyTransferBroadcast.class, BROADCAST),
            new Transition<>(SIGNED, CustodyTransferMined.class, MINED),
            new Transition<>(BROADCAST, CustodyTransferMined.class, MINED),
            new Transition<>(MINED, CustodyTransferMined.class, MINED),
            new Transition<>(SIGNED, CustodyTransferFinalised.class, FINAL),
            new Transition<>(BROADCAST, CustodyTransferFinalised.class, FINAL),
            new Transition<>(MINED, CustodyTransferFinalised.class, FINAL),
            new Transition<>(FAILED, CustodyTransferAccepted.class, MINED),
            new Transition<>(FAILED, CustodyTransferRedirected.class, FAILED),
            new Transition<>(INSTRUCTED, CustodyTransferFailed.class, FAILED),
            new Transition<>(APPROVED, CustodyTransferFailed.class, FAILED),
            new Transition<>(SIGNED, CustodyTransferFailed.class, FAILED),
            new Transition<>(BROADCAST, CustodyTransferFailed.class, FAILED),
            new Transition<>(MINED, CustodyTransferFailed.class, FAILED));

    private CustodyTransferLifecycle() {}

    /** Every arrow. */
    public static List<Transition<CustodyTransferStatus>> transitions() {
        return TABLE;
    }

    static boolean allows(CustodyTransferStatus from, Class<? extends Event> event) {
        return !Transition.targets(TABLE, from, event).isEmpty();
    }

    /** Where the event leads; every event of this aggregate names one next state. */
    static CustodyTransferStatus after(CustodyTransferStatus from, Class<? extends Event> event) {
        return Objects.requireNonNull(
                Transition.targets(TABLE, from, event).stream().findFirst().orElse(from));
    }
}
