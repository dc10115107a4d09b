package io.amanat.app.house;

import static io.amanat.contract.disputes.DisputeStatus.OPEN;
import static io.amanat.contract.disputes.DisputeStatus.RESOLVED;
import static io.amanat.contract.disputes.DisputeStatus.UNDER_REVIEW;

import io.amanat.contract.disputes.DisputeEvent.DisputeOpened;
import io.amanat.contract.disputes.DisputeEvent.DisputeResolved;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseLapsed;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseReceived;
import io.amanat.contract.disputes.DisputeEvent.EvidenceAdded;
import io.amanat.contract.disputes.DisputeEvent.TimelineEntryAdded;
import io.amanat.contract.disputes.DisputeStatus;
import io.amanat.domain.Transition;
import java.util.List;

/** How a dispute moves. The code has no such table; {@link DisputeArrowsTest} asks the aggregate and the projection whether it is true. */
final class DisputeArrows {
    static final List<Transition<DisputeStatus>> TABLE = List.of(
            new Transition<>(null, DisputeOpened.class, OPEN),
            new Transition<>(OPEN, EvidenceAdded.class, OPEN),
            new Transition<>(UNDER_REVIEW, EvidenceAdded.class, UNDER_REVIEW),
            new Transition<>(OPEN, TimelineEntryAdded.class, OPEN),
            new Transition<>(UNDER_REVIEW, TimelineEntryAdded.class, UNDER_REVIEW),
            new Transition<>(OPEN, DisputeResponseReceived.class, UNDER_REVIEW),
            new Transition<>(OPEN, DisputeResponseLapsed.class, OPEN),
            new Transition<>(OPEN, DisputeResolved.class, RESOLVED),
            new Transition<>(UNDER_REVIEW, DisputeResolved.class, RESOLVED));

    private DisputeArrows() {}
}
