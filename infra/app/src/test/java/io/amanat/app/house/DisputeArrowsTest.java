package io.amanat.app.house;

import static io.amanat.contract.disputes.DisputeStatus.OPEN;
import static io.amanat.contract.disputes.DisputeStatus.RESOLVED;
import static io.amanat.contract.disputes.DisputeStatus.UNDER_REVIEW;

import io.amanat.contract.Event;
import io.amanat.contract.disputes.DisputeCase;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeCommand.AddEvidence;
import io.amanat.contract.disputes.DisputeCommand.AddTimelineEntry;
import io.amanat.contract.disputes.DisputeCommand.LapseResponse;
import io.amanat.contract.disputes.DisputeCommand.ResolveDispute;
import io.amanat.contract.disputes.DisputeEvent.DisputeOpened;
import io.amanat.contract.disputes.DisputeEvent.DisputeResolved;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseLapsed;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseReceived;
import io.amanat.contract.disputes.DisputeEvent.EvidenceAdded;
import io.amanat.contract.disputes.DisputeEvent.TimelineEntryAdded;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.DisputeStatus;
import io.amanat.contract.disputes.Evidence;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.domain.disputes.Dispute;
import io.amanat.projection.disputes.DisputeProjection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DisputeArrowsTest {
    private static final DisputeId DISPUTE = new DisputeId(new UUID(1, 1));
    private static final UserId BUYER = new UserId(new UUID(2, 1));
    private static final UserId SELLER = new UserId(new UUID(2, 2));
    private static final UserId RESOLVER = new UserId(new UUID(2, 3));
    private static final PaymentId PAYMENT = new PaymentId(new UUID(3, 1));
    private static final PurchaseRequestId REQUEST = new PurchaseRequestId(new UUID(4, 1));
    private static final UUID ENTRY = new UUID(5, 1);
    private static final PersonalText WORDS = PersonalText.of(BUYER, "words");
    private static final Ruling REFUND = Ruling.of(RulingKind.REFUND);
    private static final Evidence EVIDENCE = new Evidence(new UUID(6, 1), WORDS, null);

    private static final DisputeOpened OPENED = new DisputeOpened(DISPUTE, about());
    private static final EvidenceAdded SHOWN = new EvidenceAdded(DISPUTE, BUYER, EVIDENCE);
    private static final TimelineEntryAdded SAID = new TimelineEntryAdded(DISPUTE, RESOLVER, ENTRY, WORDS);
    private static final DisputeResponseReceived ANSWERED = new DisputeResponseReceived(DISPUTE, SELLER);
    private static final DisputeResponseLapsed LAPSED = new DisputeResponseLapsed(DISPUTE, SELLER);

    private final Arrows<DisputeStatus> arrows = new Arrows<>(
            DisputeArrows.TABLE,
            Dispute.class,
            new DisputeProjection(),
            Map.of(
                    OPEN, List.of(OPENED),
                    UNDER_REVIEW, List.of(OPENED, ANSWERED),
                    RESOLVED, List.of(OPENED, ANSWERED, resolved(RESOLVER, WORDS))));

    @Test
    void givenDisputeInEveryState_whenEveryCommand_thenTheArrowsAndNoOthers() {
        arrows.holdFor(new AddEvidence(DISPUTE, BUYER, false, EVIDENCE), SHOWN);
        arrows.holdFor(new AddTimelineEntry(DISPUTE, RESOLVER, true, ENTRY, WORDS), SAID);
        arrows.holdFor(new ResolveDispute(DISPUTE, RESOLVER, REFUND, WORDS), resolved(RESOLVER, WORDS));
        arrows.holdFor(new LapseResponse(DISPUTE), LAPSED, resolved(null, null));
    }

    @Test
    void givenEveryEvent_thenTheReadTableShowsWhereTheArrowLeads() {
        Stream.<Event>of(OPENED, SHOWN, SAID, ANSWERED, LAPSED, resolved(RESOLVER, WORDS))
                .forEach(arrows::showAs);
    }

    private static DisputeResolved resolved(@Nullable UserId by, @Nullable PersonalText rationale) {
        return new DisputeResolved(DISPUTE, PAYMENT, REQUEST, REFUND, by, rationale);
    }

    private static DisputeCase about() {
        var usdt = new Asset(1, new EvmAddress("0x" + "0".repeat(38) + "a1"), Currency.USDT, 6);
        return new DisputeCase(
                PAYMENT, REQUEST, BUYER, SELLER, BUYER, DisputeCategory.OTHER, WORDS, usdt.amount("100"), Arrows.NOW);
    }
}
