package io.amanat.domain.marketplace;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CancelRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmRequestPayment;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkRefunded;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkSellerPaid;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCancelled;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestRefunded;
import io.amanat.contract.marketplace.RequestLifecycleEvent.RequestPaymentConfirmed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.SellerPaid;
import java.util.List;

/** The request follows its payment: paid in, ended without funds, refunded, paid out. */
final class Settling {
    private Settling() {}

    static List<PurchaseRequestEvent> confirm(RequestState request, ConfirmRequestPayment command) {
        boolean awaited = isAbout(request, command.paymentId());
        if (awaited && request.agreement() != null && request.agreement().paid()) {
            return List.of();
        }
        unless(
                awaited && request.accepts(RequestPaymentConfirmed.class),
                MarketplaceRule.ONLY_AWAITED_PAYMENTS_ARE_CONFIRMED);
        return List.of(new RequestPaymentConfirmed(command.requestId(), command.paymentId()));
    }

    /** Only for a payment that ended: withdrawing is the buyer's own command and comes before. */
    static List<PurchaseRequestEvent> cancel(RequestState request, CancelRequest command) {
        boolean paymentEnded = command.cause() != CancellationCause.WITHDRAWN;
        if (paymentEnded && request.cancellation() == command.cause()) {
            return List.of();
        }
        unless(
                paymentEnded && !request.open() && request.accepts(PurchaseRequestCancelled.class),
                MarketplaceRule.ONLY_SETTLED_REQUESTS_END);
        return List.of(new PurchaseRequestCancelled(command.requestId(), command.cause(), null));
    }

    static List<PurchaseRequestEvent> refunded(RequestState request, MarkRefunded command) {
        boolean ours = isAbout(request, command.paymentId());
        if (ours && request.status() == PurchaseRequestStatus.REFUNDED) {
            return List.of();
        }
        unless(ours && request.accepts(PurchaseRequestRefunded.class), MarketplaceRule.ONLY_SETTLED_REQUESTS_END);
        return List.of(new PurchaseRequestRefunded(command.requestId(), command.paymentId()));
    }

    static List<PurchaseRequestEvent> sellerPaid(RequestState request, MarkSellerPaid command) {
        boolean ours = isAbout(request, command.paymentId());
        if (ours && request.status() == PurchaseRequestStatus.SELLER_PAID) {
            return List.of();
        }
        unless(ours && request.accepts(SellerPaid.class), MarketplaceRule.ONLY_SETTLED_REQUESTS_END);
        return List.of(new SellerPaid(command.requestId(), command.paymentId()));
    }

    private static boolean isAbout(RequestState request, PaymentId paymentId) {
        return request.agreement() != null && request.agreement().paymentId().equals(paymentId);
    }
}
