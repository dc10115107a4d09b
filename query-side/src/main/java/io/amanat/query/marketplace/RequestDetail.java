package io.amanat.query.marketplace;

import io.amanat.contract.access.Caller;
import io.amanat.query.view.Presentation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a purchase request together out of its rows, all as of one instant. */
@Component
class RequestDetail {
    private final Visibility visibility;
    private final RequestParts parts;
    private final Presentation show;

    RequestDetail(Visibility visibility, RequestParts parts, Presentation show) {
        this.visibility = visibility;
        this.parts = parts;
        this.show = show;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    RequestView of(UUID requestId, Caller caller) {
        RequestRow row = visibility.request(requestId, caller);
        boolean party = Visibility.party(row, caller);
        return new RequestView(
                row.id(),
                row.version(),
                row.status,
                row.buyerId,
                show.text(row.title),
                show.text(row.description),
                row.productType,
                RequestSummary.BudgetView.of(row),
                row.urgency,
                row.quantity,
                specifications(requestId),
                delivery(requestId, party),
                party ? shipment(requestId) : null,
                service(requestId),
                preferredSellers(row, caller),
                party ? row.acceptedOfferId : null,
                party ? row.sellerId : null,
                party ? row.paymentId : null,
                party ? row.disputeId : null,
                row.cancellationCause,
                party ? show.textOrNull(row.cancellationReason) : null,
                row.completionCause,
                row.completedAt,
                row.createdAt(),
                row.updatedAt());
    }

    private List<RequestView.SpecificationView> specifications(UUID requestId) {
        return parts.specifications(requestId).stream()
                .map(row -> new RequestView.SpecificationView(row.key, show.text(row.value)))
                .toList();
    }

    /** A seller who looks learns whether they are preferred, not who else is. */
    private List<UUID> preferredSellers(RequestRow row, Caller caller) {
        UUID me = caller.requireUserId().value();
        boolean all = caller.staff() || me.equals(row.buyerId);
        return parts.preferredSellers(row.id()).stream()
                .filter(seller -> all || seller.equals(me))
                .toList();
    }

    private RequestView.@Nullable DeliveryView delivery(UUID requestId, boolean party) {
        DeliveryRow row = parts.find(DeliveryRow.class, requestId);
        return row == null
                ? null
                : new RequestView.DeliveryView(
                        row.method,
                        party ? address(requestId) : null,
                        row.neededBy,
                        party ? show.textOrNull(row.notes) : null,
                        row.shippedAt,
                        row.handedOverAt,
                        row.confirmedAt,
                        row.codeIssuedAt,
                        row.codeAttempts,
                        row.codeLockedAt != null);
    }

    private RequestView.@Nullable AddressView address(UUID requestId) {
        AddressRow row = parts.find(AddressRow.class, requestId);
        return row == null
                ? null
                : new RequestView.AddressView(
                        show.text(row.recipient),
                        show.text(row.line1),
                        show.textOrNull(row.line2),
                        show.text(row.city),
                        show.textOrNull(row.region),
                        show.textOrNull(row.postalCode),
                        row.countryCode);
    }

    private RequestView.@Nullable ShipmentView shipment(UUID requestId) {
        ShipmentRow row = parts.find(ShipmentRow.class, requestId);
        return row == null
                ? null
                : new RequestView.ShipmentView(
                        show.textOrNull(row.carrier),
                        show.textOrNull(row.trackingNumber),
                        show.textOrNull(row.notes),
                        row.shippedAt);
    }

    private RequestView.@Nullable ServiceView service(UUID requestId) {
        ServiceRow row = parts.find(ServiceRow.class, requestId);
        return row == null ? null : new RequestView.ServiceView(show.text(row.scope), row.durationHours, row.remote);
    }
}
