package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentCommand.ApproveWriteOff;
import io.amanat.contract.escrow.PaymentCommand.ProposeWriteOff;
import io.amanat.contract.escrow.PaymentCommand.RejectWriteOff;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.WriteOffEvent;
import io.amanat.contract.escrow.WriteOffEvent.ExposureWrittenOff;
import io.amanat.contract.escrow.WriteOffEvent.LossRecovered;
import io.amanat.contract.escrow.WriteOffEvent.WriteOffProposed;
import io.amanat.contract.escrow.WriteOffEvent.WriteOffRejected;
import io.amanat.contract.escrow.WriteOffId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of an exposure that nobody covers: an admin proposes, somebody else, a guard, approves, and the platform bears it; neither is a
 * party of the trade. What was promised to the parties stays promised. Money that comes after all makes it good, once.
 *
 * @param state of the last one
 */
record WriteOff(WriteOffId id, AssetAmount amount, UserId proposedBy, State state) {
    enum State {
        PROPOSED,
        APPROVED,
        REJECTED
    }

    static List<PaymentEvent> propose(PaymentState payment, ProposeWriteOff command) {
        RuleViolated.unless(!payment.party(command.by()), EscrowRule.A_PARTY_DOES_NOT_WRITE_OFF_ITS_OWN_TRADE);
        WriteOff known = payment.writeOff();
        if (known != null && known.id.equals(command.writeOffId())) {
            return List.of();
        }
        RuleViolated.unless(known == null || known.state != State.PROPOSED, EscrowRule.ONE_WRITE_OFF_AT_A_TIME);
        AssetAmount amount = exactly(payment, command.amount(), command.token());
        exposed(payment, amount);
        return List.of(
                new WriteOffProposed(payment.id(), command.writeOffId(), amount, command.reason(), command.by()));
    }

    /** Looked at once more: what came in the meantime has covered it, or will. */
    static List<PaymentEvent> approve(PaymentState payment, ApproveWriteOff command) {
        WriteOff known = known(payment, command.writeOffId(), command.by());
        if (known.state == State.APPROVED) {
            return List.of();
        }
        RuleViolated.unless(known.state == State.PROPOSED, EscrowRule.ONLY_A_PROPOSED_WRITE_OFF_IS_DECIDED);
        exposed(payment, known.amount);
        AssetAmount lost = payment.balances(known.amount.asset()).lost().plus(known.amount);
        return List.of(
                new ExposureWrittenOff(payment.id(), known.id, known.amount, lost, command.by(), command.reason()));
    }

    static List<PaymentEvent> reject(PaymentState payment, RejectWriteOff command) {
        WriteOff known = known(payment, command.writeOffId(), command.by());
        if (known.state == State.REJECTED) {
            return List.of();
        }
        RuleViolated.unless(known.state == State.PROPOSED, EscrowRule.ONLY_A_PROPOSED_WRITE_OFF_IS_DECIDED);
        return List.of(new WriteOffRejected(payment.id(), known.id, command.by(), command.reason()));
    }

    static @Nullable WriteOff after(@Nullable WriteOff before, WriteOffEvent event) {
        return switch (event) {
            case WriteOffProposed e -> new WriteOff(e.writeOffId(), e.amount(), e.by(), State.PROPOSED);
            case ExposureWrittenOff _ -> before == null ? null : before.now(State.APPROVED);
            case WriteOffRejected _ -> before == null ? null : before.now(State.REJECTED);
            case LossRecovered _ -> before;
        };
    }

    private WriteOff now(State next) {
        return new WriteOff(id, amount, proposedBy, next);
    }

    private static WriteOff known(PaymentState payment, WriteOffId id, UserId by) {
        RuleViolated.unless(!payment.party(by), EscrowRule.A_PARTY_DOES_NOT_WRITE_OFF_ITS_OWN_TRADE);
        WriteOff known = payment.writeOff();
        if (known == null || !known.id.equals(id)) {
            throw new RuleViolated(EscrowRule.NO_SUCH_WRITE_OFF);
        }
        RuleViolated.unless(!known.proposedBy.equals(by), EscrowRule.TWO_PEOPLE_WRITE_OFF);
        return known;
    }

    private static AssetAmount exactly(PaymentState payment, String amount, EvmAddress token) {
        Asset asset = payment.books().stream()
                .map(Balances::asset)
                .filter(each -> each.contract().equals(token))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(EscrowRule.A_WRITE_OFF_IS_EXACTLY_WHAT_IS_EXPOSED));
        try {
            return asset.amount(amount);
        } catch (IllegalArgumentException another) {
            throw new RuleViolated(
                    EscrowRule.A_WRITE_OFF_IS_EXACTLY_WHAT_IS_EXPOSED, String.valueOf(another.getMessage()));
        }
    }

    private static void exposed(PaymentState payment, AssetAmount amount) {
        RuleViolated.unless(
                amount.positive()
                        && amount.equals(payment.balances(amount.asset()).exposed()),
                EscrowRule.A_WRITE_OFF_IS_EXACTLY_WHAT_IS_EXPOSED);
        RuleViolated.unless(
                !payment.transfers().anyUndecided(amount.asset()), EscrowRule.SEEN_MONEY_DECIDES_BEFORE_A_WRITE_OFF);
    }
}
