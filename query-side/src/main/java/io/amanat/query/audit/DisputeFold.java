package io.amanat.query.audit;

import io.amanat.contract.disputes.DisputeCase;
import io.amanat.contract.disputes.DisputeEvent;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.DisputeStatus;
import io.amanat.contract.disputes.Ruling;
import org.jspecify.annotations.Nullable;

/** What its events make of a dispute. */
record DisputeFold(
        DisputeId id,
        DisputeCase about,
        DisputeStatus status,
        int evidenceCount,
        int timelineCount,
        @Nullable Ruling ruling) {
    static DisputeFold opened(DisputeEvent.DisputeOpened event) {
        return new DisputeFold(event.disputeId(), event.disputeCase(), DisputeStatus.OPEN, 0, 0, null);
    }

    DisputeFold after(DisputeEvent event) {
        return switch (event) {
            case DisputeEvent.DisputeOpened _ -> this;
            case DisputeEvent.EvidenceAdded _ ->
                new DisputeFold(id, about, status, evidenceCount + 1, timelineCount, ruling);
            case DisputeEvent.TimelineEntryAdded _ ->
                new DisputeFold(id, about, status, evidenceCount, timelineCount + 1, ruling);
            case DisputeEvent.DisputeResponseReceived _ -> with(DisputeStatus.UNDER_REVIEW, ruling);
            case DisputeEvent.DisputeResponseLapsed _ -> this;
            case DisputeEvent.DisputeResolved e -> with(DisputeStatus.RESOLVED, e.ruling());
        };
    }

    private DisputeFold with(DisputeStatus next, @Nullable Ruling made) {
        return new DisputeFold(id, about, next, evidenceCount, timelineCount, made);
    }
}
