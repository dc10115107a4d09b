package io.amanat.domain.marketplace;

import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestDetails;
import org.jspecify.annotations.Nullable;

/** What one event changes; everything else stays as it was. */
final class RequestStateChange {
    private final RequestState before;
    PurchaseRequestStatus status;
    RequestDetails details;
    Offers offers;

    @Nullable
    Agreement agreement;

    Delivery delivery;
    RequestDisputes disputes;

    @Nullable
    CancellationCause cancellation;

    @Nullable
    CompletionCause completion;

    RequestStateChange(RequestState before) {
        this.before = before;
        this.status = before.status();
        this.details = before.details();
        this.offers = before.offers();
        this.agreement = before.agreement();
        this.delivery = before.delivery();
        this.disputes = before.disputes();
        this.cancellation = before.cancellation();
        this.completion = before.completion();
    }

    RequestState made() {
        return new RequestState(
                status,
                before.buyerId(),
                before.asCreated(),
                details,
                offers,
                agreement,
                delivery,
                disputes,
                cancellation,
                completion);
    }
}
