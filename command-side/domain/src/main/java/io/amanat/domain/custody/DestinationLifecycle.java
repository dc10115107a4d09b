package io.amanat.domain.custody;

import static io.amanat.contract.custody.DestinationStatus.ACTIVE;
import static io.amanat.contract.custody.DestinationStatus.QUARANTINED;
import static io.amanat.contract.custody.DestinationStatus.SWEPT;

import io.amanat.contract.custody.DestinationEvent.DestinationAllocated;
import io.amanat.contract.custody.DestinationEvent.DestinationQuarantined;
import io.amanat.contract.custody.DestinationEvent.DestinationSwept;
import io.amanat.contract.custody.DestinationStatus;
import io.amanat.domain.Transition;
import java.util.List;

/** The state machine of a deposit destination, as data. {@code SWEEPING} comes with sweeps that the platform itself prepares. */
public final class DestinationLifecycle {
    private static final List<Transition<DestinationStatus>> TABLE = List.of(
            new Transition<>(null, DestinationAllocated.class, ACTIVE),
            new Transition<>(ACTIVE, DestinationSwept.class, SWEPT),
            new Transition<>(SWEPT, DestinationSwept.class, SWEPT),
            new Transition<>(ACTIVE, DestinationQuarantined.class, QUARANTINED),
            new Transition<>(SWEPT, DestinationQuarantined.class, QUARANTINED),
            new Transition<>(QUARANTINED, DestinationSwept.class, QUARANTINED));

    private DestinationLifecycle() {}

    /** Every arrow. */
    public static List<Transition<DestinationStatus>> transitions() {
        return TABLE;
    }
}
