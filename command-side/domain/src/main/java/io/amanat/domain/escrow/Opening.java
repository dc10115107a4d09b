package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.PayInEvent.PaymentOpened;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first terms win: a retried command may name another deadline, but not another agreement. */
final class Opening {
    private static final int BPS_MAX = 10_000;

    private Opening() {}

    static List<PaymentEvent> open(@Nullable PaymentState before, OpenPayment command) {
        if (before == null) {
            check(command.terms());
            return List.of(new PaymentOpened(command.paymentId(), command.terms()));
        }
        RuleViolated.unless(sameAgreement(before.terms(), command.terms()), EscrowRule.A_PAYMENT_IS_OPENED_ONCE);
        return List.of();
    }

    private static boolean sameAgreement(EscrowTerms one, EscrowTerms other) {
        return one.requestId().equals(other.requestId())
                && one.offerId().equals(other.offerId())
                && one.due().equals(other.due());
    }

    private static void check(EscrowTerms terms) {
        if (!terms.due().positive()
                || !basisPoints(terms.platformFeeBps())
                || !basisPoints(terms.toleranceBps())
                || terms.buyerId().equals(terms.sellerId())) {
            throw new IllegalArgumentException(
                    "an escrow is between two people, about more than zero, with fee and tolerance of 0 to 10000");
        }
    }

    private static boolean basisPoints(int bps) {
        return bps >= 0 && bps <= BPS_MAX;
    }
}
