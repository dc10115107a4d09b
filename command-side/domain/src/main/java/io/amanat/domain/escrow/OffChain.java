package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.OffChainEvent;
import io.amanat.contract.escrow.OffChainEvent.OffChainApproved;
import io.amanat.contract.escrow.OffChainEvent.OffChainConfirmed;
import io.amanat.contract.escrow.OffChainEvent.OffChainRejected;
import io.amanat.contract.escrow.OffChainId;
import io.amanat.contract.escrow.PaymentCommand.ApproveOffChain;
import io.amanat.contract.escrow.PaymentCommand.ConfirmOffChain;
import io.amanat.contract.escrow.PaymentCommand.RejectOffChain;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.AssetAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that no chain shows. An admin confirms exactly what is missing, and somebody else, a guard, approves; neither is a party of the
 * trade. Only a payment that was opened for this can be paid so: where a chain can be asked, nobody's word counts.
 *
 * @param state of the last one
 */
record OffChain(OffChainId id, AssetAmount amount, UserId confirmedBy, State state) {
    enum State {
        CONFIRMED,
        APPROVED,
        REJECTED
    }

    static List<PaymentEvent> confirm(PaymentState payment, ConfirmOffChain command) {
        RuleViolated.unless(!payment.party(command.by()), EscrowRule.A_PARTY_DOES_NOT_VOUCH_FOR_ITS_OWN_PAYMENT);
        OffChain known = payment.offChain();
        if (known != null && known.id.equals(command.offChainId())) {
            return List.of();
        }
        RuleViolated.unless(
                payment.terms().provider() == PaymentProvider.OTHER, EscrowRule.ONLY_OTHER_PAYMENTS_ARE_VOUCHED_FOR);
        RuleViolated.unless(!waiting(payment), EscrowRule.ONE_WORD_AT_A_TIME);
        AssetAmount amount = exactly(payment, command.amount());
        missing(payment, amount);
        return List.of(
                new OffChainConfirmed(payment.id(), command.offChainId(), amount, command.evidence(), command.by()));
    }

    static List<PaymentEvent> approve(PaymentState payment, ApproveOffChain command) {
        OffChain known = known(payment, command.offChainId(), command.by());
        if (known.state == State.APPROVED) {
            return List.of();
        }
        RuleViolated.unless(known.state == State.CONFIRMED, EscrowRule.ONLY_A_WAITING_WORD_IS_DECIDED);
        missing(payment, known.amount);
        AssetAmount held = payment.held().plus(known.amount);
        return Quoting.andWhatWaited(
                payment,
                List.of(
                        new OffChainApproved(
                                payment.id(), known.id, known.amount, held, command.by(), command.reason()),
                        new EscrowFunded(payment.id(), payment.terms().requestId(), held)));
    }

    static List<PaymentEvent> reject(PaymentState payment, RejectOffChain command) {
        OffChain known = known(payment, command.offChainId(), command.by());
        if (known.state == State.REJECTED) {
            return List.of();
        }
        RuleViolated.unless(known.state == State.CONFIRMED, EscrowRule.ONLY_A_WAITING_WORD_IS_DECIDED);
        return List.of(new OffChainRejected(payment.id(), known.id, command.by(), command.reason()));
    }

    /** An admin has spoken and no guard yet: the payment neither expires nor is cancelled meanwhile. */
    static boolean waiting(PaymentState payment) {
        OffChain known = payment.offChain();
        return known != null && known.state == State.CONFIRMED;
    }

    static @Nullable OffChain after(@Nullable OffChain before, OffChainEvent event) {
        return switch (event) {
            case OffChainConfirmed e -> new OffChain(e.offChainId(), e.amount(), e.by(), State.CONFIRMED);
            case OffChainApproved _ -> before == null ? null : before.now(State.APPROVED);
            case OffChainRejected _ -> before == null ? null : before.now(State.REJECTED);
        };
    }

    private OffChain now(State next) {
        return new OffChain(id, amount, confirmedBy, next);
    }

    private static OffChain known(PaymentState payment, OffChainId id, UserId by) {
        RuleViolated.unless(!payment.party(by), EscrowRule.A_PARTY_DOES_NOT_VOUCH_FOR_ITS_OWN_PAYMENT);
        OffChain known = payment.offChain();
        if (known == null || !known.id.equals(id)) {
            throw new RuleViolated(EscrowRule.NO_SUCH_WORD);
        }
        RuleViolated.unless(!known.confirmedBy.equals(by), EscrowRule.TWO_PEOPLE_VOUCH_FOR_A_PAYMENT);
        return known;
    }

    private static AssetAmount exactly(PaymentState payment, String amount) {
        try {
            return payment.terms().due().asset().amount(amount);
        } catch (IllegalArgumentException another) {
            throw new RuleViolated(
                    EscrowRule.A_WORD_IS_ABOUT_EXACTLY_WHAT_IS_MISSING, String.valueOf(another.getMessage()));
        }
    }

    private static void missing(PaymentState payment, AssetAmount amount) {
        RuleViolated.unless(payment.open(), EscrowRule.ONLY_OPEN_PAYMENTS_ARE_VOUCHED_FOR);
        RuleViolated.unless(
                amount.positive() && amount.equals(payment.due().minus(payment.held())),
                EscrowRule.A_WORD_IS_ABOUT_EXACTLY_WHAT_IS_MISSING);
    }
}
