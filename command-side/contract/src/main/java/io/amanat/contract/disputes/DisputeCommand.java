package io.amanat.contract.disputes;

import io.amanat.contract.Command;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import java.util.UUID;

/** What a dispute can be told. {@code byResolver} says in which capacity the edge has let the user in. */
public sealed interface DisputeCommand extends Command {
    DisputeId disputeId();

    @Override
    default DisputeId target() {
        return disputeId();
    }

    record OpenDispute(DisputeId disputeId, DisputeCase disputeCase) implements DisputeCommand {}

    record AddEvidence(DisputeId disputeId, UserId by, boolean byResolver, Evidence evidence)
            implements DisputeCommand {}

    record AddTimelineEntry(DisputeId disputeId, UserId by, boolean byResolver, UUID entryId, PersonalText note)
            implements DisputeCommand {}

    record ResolveDispute(DisputeId disputeId, UserId by, Ruling ruling, PersonalText rationale)
            implements DisputeCommand {}

    /** The respondent stayed silent: decided for the one who opened it (refund for a buyer, no action for a seller). */
    record LapseResponse(DisputeId disputeId) implements DisputeCommand {}
}
