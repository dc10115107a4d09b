package io.amanat.query.marketplace;

import io.amanat.contract.access.Caller;
import io.amanat.query.view.MoneyView;
import io.amanat.query.view.Presentation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A purchase request in a list. Who got the trade and where its money is, only its parties and staff see. */
record RequestSummary(
        UUID id,
        long version,
        String status,
        UUID buyerId,
        String title,
        String productType,
        BudgetView budget,
        String urgency,
        int quantity,
        @Nullable UUID acceptedOfferId,
        @Nullable UUID sellerId,
        @Nullable UUID paymentId,
        @Nullable UUID disputeId,
        Instant createdAt,
        Instant updatedAt) {
    record BudgetView(MoneyView min, MoneyView max) {
        static BudgetView of(RequestRow row) {
            return new BudgetView(
                    MoneyView.of(row.budgetMin, row.budgetCurrency), MoneyView.of(row.budgetMax, row.budgetCurrency));
        }
    }

    static RequestSummary of(RequestRow row, Caller caller, Presentation show) {
        boolean party = Visibility.party(row, caller);
        return new RequestSummary(
                row.id(),
                row.version(),
                row.status,
                row.buyerId,
                show.text(row.title),
                row.productType,
                BudgetView.of(row),
                row.urgency,
                row.quantity,
                party ? row.acceptedOfferId : null,
                party ? row.sellerId : null,
                party ? row.paymentId : null,
                party ? row.disputeId : null,
                row.createdAt(),
                row.updatedAt());
    }
}
