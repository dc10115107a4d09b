package io.amanat.domain.disputes;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.disputes.DisputeCommand.AddEvidence;
import io.amanat.contract.disputes.DisputeCommand.AddTimelineEntry;
import io.amanat.contract.disputes.DisputeEvent;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseReceived;
import io.amanat.contract.disputes.DisputeEvent.EvidenceAdded;
import io.amanat.contract.disputes.DisputeEvent.TimelineEntryAdded;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.DisputeRule;
import io.amanat.contract.disputes.DisputeStatus;
import io.amanat.contract.identity.UserId;
import java.util.List;
import java.util.UUID;

/** Parties and resolvers add what they know. The respondent's first word, of whatever kind, is the response. */
final class Speaking {
    static final int CONTRIBUTIONS_MAX = 200;

    private Speaking() {}

    static List<DisputeEvent> evidence(DisputeState dispute, AddEvidence command) {
        var added = new EvidenceAdded(command.disputeId(), command.by(), command.evidence());
        UUID id = command.evidence().evidenceId();
        return mayAdd(dispute, command.by(), command.byResolver(), id) ? said(dispute, added, command.by()) : List.of();
    }

    static List<DisputeEvent> entry(DisputeState dispute, AddTimelineEntry command) {
        var added = new TimelineEntryAdded(command.disputeId(), command.by(), command.entryId(), command.note());
        return mayAdd(dispute, command.by(), command.byResolver(), command.entryId())
                ? said(dispute, added, command.by())
                : List.of();
    }

    /** False when it was added before. */
    private static boolean mayAdd(DisputeState dispute, UserId by, boolean byResolver, UUID id) {
        unless(byResolver || dispute.disputeCase().party(by), DisputeRule.ONLY_PARTIES_AND_RESOLVERS_SPEAK);
        if (dispute.contributions().contains(id)) {
            return false;
        }
        unless(!dispute.resolved(), DisputeRule.ONLY_UNRESOLVED_DISPUTES_CHANGE);
        unless(dispute.contributions().size() < CONTRIBUTIONS_MAX, DisputeRule.DISPUTES_STAY_WITHIN_LIMITS);
        return true;
    }

    private static List<DisputeEvent> said(DisputeState dispute, DisputeEvent added, UserId by) {
        DisputeId id = added.disputeId();
        boolean response = dispute.status() == DisputeStatus.OPEN
                && by.equals(dispute.disputeCase().respondent());
        return response ? List.of(added, new DisputeResponseReceived(id, by)) : List.of(added);
    }
}
