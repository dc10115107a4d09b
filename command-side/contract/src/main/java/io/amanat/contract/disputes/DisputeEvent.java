package io.amanat.contract.disputes;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a dispute. */
public sealed interface DisputeEvent extends Event {
    DisputeId disputeId();

    @Override
    default DisputeId subject() {
        return disputeId();
    }

    @EventType("dispute.opened.v1")
    record DisputeOpened(DisputeId disputeId, DisputeCase disputeCase) implements DisputeEvent {}

    @EventType("dispute.evidence-added.v1")
    record EvidenceAdded(DisputeId disputeId, UserId by, Evidence evidence) implements DisputeEvent {}

    @EventType("dispute.timeline-entry-added.v1")
    record TimelineEntryAdded(DisputeId disputeId, UserId by, UUID entryId, PersonalText note)
            implements DisputeEvent {}

    /** The first word of the respondent: a resolver will decide. */
    @EventType("dispute.response-received.v1")
    record DisputeResponseReceived(DisputeId disputeId, UserId by) implements DisputeEvent {}

    @EventType("dispute.response-lapsed.v1")
    record DisputeResponseLapsed(DisputeId disputeId, UserId respondent) implements DisputeEvent {}

    /** {@code by} and {@code rationale} are absent when the respondent's silence decided. */
    @EventType("dispute.resolved.v1")
    record DisputeResolved(
            DisputeId disputeId,
            PaymentId paymentId,
            PurchaseRequestId requestId,
            Ruling ruling,
            @Nullable UserId by,
            @Nullable PersonalText rationale)
            implements DisputeEvent {}
}
