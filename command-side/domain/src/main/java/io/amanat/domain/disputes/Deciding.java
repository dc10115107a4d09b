package io.amanat.domain.disputes;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.disputes.DisputeCase;
import io.amanat.contract.disputes.DisputeCommand.LapseResponse;
import io.amanat.contract.disputes.DisputeCommand.OpenDispute;
import io.amanat.contract.disputes.DisputeCommand.ResolveDispute;
import io.amanat.contract.disputes.DisputeEvent;
import io.amanat.contract.disputes.DisputeEvent.DisputeOpened;
import io.amanat.contract.disputes.DisputeEvent.DisputeResolved;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseLapsed;
import io.amanat.contract.disputes.DisputeRule;
import io.amanat.contract.disputes.DisputeStatus;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.money.AssetAmount;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dispute opens, and ends by a resolver's ruling or by the respondent's silence. */
final class Deciding {
    private Deciding() {}

    static List<DisputeEvent> open(@Nullable DisputeState existing, OpenDispute command) {
        DisputeCase about = command.disputeCase();
        if (existing != null) {
            unless(same(existing.disputeCase(), about), DisputeRule.A_DISPUTE_IS_OPENED_ONCE);
            return List.of();
        }
        unless(about.party(about.openedBy()), DisputeRule.ONLY_PARTIES_AND_RESOLVERS_SPEAK);
        return List.of(new DisputeOpened(command.disputeId(), about));
    }

    static List<DisputeEvent> resolve(DisputeState dispute, ResolveDispute command) {
        DisputeCase about = dispute.disputeCase();
        unless(!about.party(command.by()), DisputeRule.A_PARTY_DOES_NOT_RESOLVE_ITS_OWN_DISPUTE);
        if (command.ruling().equals(dispute.ruling()) && command.by().equals(dispute.resolvedBy())) {
            return List.of();
        }
        unless(!dispute.resolved(), DisputeRule.ONLY_UNRESOLVED_DISPUTES_CHANGE);
        unless(givesOutAll(command.ruling(), about.atStake()), DisputeRule.A_SPLIT_GIVES_OUT_EXACTLY_WHAT_IS_HELD);
        return List.of(new DisputeResolved(
                command.disputeId(),
                about.paymentId(),
                about.requestId(),
                command.ruling(),
                command.by(),
                command.rationale()));
    }

    static List<DisputeEvent> lapse(DisputeState dispute, LapseResponse command) {
        if (dispute.lapsed()) {
            return List.of();
        }
        unless(!dispute.resolved(), DisputeRule.ONLY_UNRESOLVED_DISPUTES_CHANGE);
        unless(dispute.status() == DisputeStatus.OPEN, DisputeRule.ONLY_UNANSWERED_DISPUTES_LAPSE);
        DisputeCase about = dispute.disputeCase();
        RulingKind kind = about.openedBy().equals(about.buyerId()) ? RulingKind.REFUND : RulingKind.NO_ACTION;
        return List.of(
                new DisputeResponseLapsed(command.disputeId(), about.respondent()),
                new DisputeResolved(
                        command.disputeId(), about.paymentId(), about.requestId(), Ruling.of(kind), null, null));
    }

    /** Sealed text and the deadline differ when a command is built again for a retry. */
    private static boolean same(DisputeCase one, DisputeCase other) {
        return one.paymentId().equals(other.paymentId())
                && one.requestId().equals(other.requestId())
                && one.buyerId().equals(other.buyerId())
                && one.sellerId().equals(other.sellerId())
                && one.openedBy().equals(other.openedBy())
                && one.category() == other.category();
    }

    private static boolean givesOutAll(Ruling ruling, AssetAmount atStake) {
        if (ruling.kind() != RulingKind.COMPENSATION) {
            return true;
        }
        AssetAmount toBuyer = Objects.requireNonNull(ruling.toBuyer());
        AssetAmount toSeller = Objects.requireNonNull(ruling.toSeller());
        return toBuyer.asset().equals(atStake.asset())
                && toSeller.asset().equals(atStake.asset())
                && toBuyer.positive()
                && toSeller.positive()
                && toBuyer.units().add(toSeller.units()).equals(atStake.units());
    }
}
