package io.amanat.domain.custody.screening;

import static io.amanat.contract.custody.screening.ScreeningStatus.CLEARED;
import static io.amanat.contract.custody.screening.ScreeningStatus.HELD;
import static io.amanat.contract.custody.screening.ScreeningStatus.PASSED;
import static io.amanat.contract.custody.screening.ScreeningStatus.REJECTED;

import io.amanat.contract.custody.screening.ScreeningEvent.TransferCleared;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferRejected;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferScreened;
import io.amanat.contract.custody.screening.ScreeningStatus;
import io.amanat.domain.Transition;
import java.util.List;

/**
 * The state machine of a safety check, as data. The verdict says which of three ways it begins; from held it may begin anew, because
 * somebody had not answered.
 */
public final class ScreeningLifecycle {
    private static final List<Transition<ScreeningStatus>> TABLE = List.of(
            new Transition<>(null, TransferScreened.class, PASSED),
            new Transition<>(null, TransferScreened.class, HELD),
            new Transition<>(null, TransferScreened.class, REJECTED),
            new Transition<>(HELD, TransferScreened.class, HELD),
            new Transition<>(HELD, TransferScreened.class, PASSED),
            new Transition<>(HELD, TransferScreened.class, REJECTED),
            new Transition<>(HELD, TransferCleared.class, CLEARED),
            new Transition<>(HELD, TransferRejected.class, REJECTED));

    private ScreeningLifecycle() {}

    /** Every arrow. */
    public static List<Transition<ScreeningStatus>> transitions() {
        return TABLE;
    }
}
