package io.amanat.domain.disputes;

import io.amanat.contract.disputes.DisputeCase;
import io.amanat.contract.disputes.DisputeEvent;
import io.amanat.contract.disputes.DisputeEvent.DisputeOpened;
import io.amanat.contract.disputes.DisputeEvent.DisputeResolved;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseLapsed;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseReceived;
import io.amanat.contract.disputes.DisputeEvent.EvidenceAdded;
import io.amanat.contract.disputes.DisputeEvent.TimelineEntryAdded;
import io.amanat.contract.disputes.DisputeStatus;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.identity.UserId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as of some event.
 *
 * @param contributions ids of evidence and timeline entries
 * @param lapsed whether the respondent's silence decided
 * @param resolvedBy absent while unresolved, and when {@code lapsed}
 */
record DisputeState(
        DisputeCase disputeCase,
        DisputeStatus status,
        List<UUID> contributions,
        boolean lapsed,
        @Nullable Ruling ruling,
        @Nullable UserId resolvedBy) {
    DisputeState {
        contributions = List.copyOf(contributions);
    }

    static DisputeState opened(DisputeOpened event) {
        return new DisputeState(event.disputeCase(), DisputeStatus.OPEN, List.of(), false, null, null);
    }

    boolean resolved() {
        return status == DisputeStatus.RESOLVED;
    }

    DisputeState after(DisputeEvent event) {
        return switch (event) {
            case DisputeOpened opened -> opened(opened);
            case EvidenceAdded added -> with(added.evidence().evidenceId());
            case TimelineEntryAdded added -> with(added.entryId());
            case DisputeResponseReceived _ ->
                new DisputeState(disputeCase, DisputeStatus.UNDER_REVIEW, contributions, lapsed, ruling, resolvedBy);
            case DisputeResponseLapsed _ ->
                new DisputeState(disputeCase, status, contributions, true, ruling, resolvedBy);
            case DisputeResolved resolved ->
                new DisputeState(
                        disputeCase, DisputeStatus.RESOLVED, contributions, lapsed, resolved.ruling(), resolved.by());
        };
    }

    private DisputeState with(UUID contribution) {
        List<UUID> more =
                Stream.concat(contributions.stream(), Stream.of(contribution)).toList();
        return new DisputeState(disputeCase, status, more, lapsed, ruling, resolvedBy);
    }
}
