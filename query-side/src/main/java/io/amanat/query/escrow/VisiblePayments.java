package io.amanat.query.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.Caller;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.query.jpa.Where;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Another's payment is refused exactly as one that is not there. */
@Component
class VisiblePayments {
    private final PaymentRows payments;

    VisiblePayments(PaymentRows payments) {
        this.payments = payments;
    }

    PaymentRow payment(UUID paymentId, Caller caller) {
        return payments.findOne(Where.<PaymentRow>is("id", paymentId).and(Where.partyOf(caller)))
                .orElseThrow(() -> new RuleViolated(EscrowRule.NO_SUCH_PAYMENT));
    }
}
