package io.amanat.domain.escrow;

import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.ReorgEvent.CreditRetracted;
import io.amanat.contract.money.AssetAmount;
import java.util.ArrayList;
import java.util.List;

/**
 * Credited money left the chain again. What it had become is taken back out of the books; what has gone out already, or is on its way
 * and cannot be called back, is the platform's exposure.
 */
final class Reorganising {
    private Reorganising() {}

    /** The escrow is frozen when it lost something, and when the platform did; excess that nobody was sent leaves it alone. */
    static List<PaymentEvent> retract(PaymentState payment, Credited credited) {
        CreditRetracted retracted = retracted(payment, credited);
        List<PaymentEvent> events = new ArrayList<>();
        events.add(retracted);
        if (retracted.amount().compareTo(retracted.fromUnallocated()) > 0) {
            events.addAll(Freezing.reorganised(payment.after(retracted)));
        }
        return events;
    }

    private static CreditRetracted retracted(PaymentState payment, Credited credited) {
        AssetAmount amount = credited.transfer().amount();
        AssetAmount none = amount.asset().zero();
        AssetAmount stillHeld = payment.holding() ? credited.held() : none;
        AssetAmount fromEscrow = stillHeld.positive() ? stillHeld.min(payment.free()) : none;
        AssetAmount fromUnallocated = credited.returning() ? none : credited.aside();
        return new CreditRetracted(
                payment.id(),
                credited.transfer().key(),
                amount,
                fromEscrow,
                stillHeld.minus(fromEscrow),
                fromUnallocated,
                amount.minus(stillHeld).minus(fromUnallocated),
                stillHeld.positive() ? payment.held().minus(stillHeld) : payment.held(),
                credited.transfer().blockHash());
    }
}
