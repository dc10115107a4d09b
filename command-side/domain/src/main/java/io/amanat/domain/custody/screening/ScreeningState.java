package io.amanat.domain.custody.screening;

import io.amanat.contract.custody.screening.Assessment;
import io.amanat.contract.custody.screening.Finding;
import io.amanat.contract.custody.screening.ScreeningEvent;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferScreened;
import io.amanat.contract.custody.screening.ScreeningStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The last verdict, and what a guard made of it. */
record ScreeningState(TransferScreened screened, ScreeningStatus status) {
    static ScreeningState after(@Nullable ScreeningState before, ScreeningEvent event) {
        return switch (event) {
            case TransferScreened e -> new ScreeningState(e, ScreeningStatus.of(e.verdict()));
            case ScreeningEvent.TransferCleared _ -> known(before).with(ScreeningStatus.CLEARED);
            case ScreeningEvent.TransferRejected _ -> known(before).with(ScreeningStatus.REJECTED);
        };
    }

    static ScreeningState known(@Nullable ScreeningState state) {
        return Objects.requireNonNull(state, "a safety check begins with a verdict");
    }

    Assessment assessment() {
        return new Assessment(screened.verdict(), screened.findings());
    }

    /** It waits because somebody did not answer: asking again may help. */
    boolean inconclusive() {
        return status == ScreeningStatus.HELD && screened.findings().contains(Finding.SOURCE_UNANSWERED);
    }

    private ScreeningState with(ScreeningStatus next) {
        return new ScreeningState(screened, next);
    }
}
