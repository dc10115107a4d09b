package io.amanat.projection.marketplace;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.ArrayList;
import java.util.List;

/** The child rows that say in detail what is asked for: specifications, delivery, address, service, preferred sellers. */
final class RequestChildren {
    private static final String PARENT = "purchase_request_id";
    private static final String DELIVERY_INFO = "purchase_request_delivery_info";
    private static final String ADDRESS = "purchase_request_delivery_address";
    private static final String SERVICE = "purchase_request_service_info";
    private static final String SPECIFICATIONS = "purchase_request_specifications";
    private static final String PREFERRED = "purchase_request_preferred_sellers";

    private RequestChildren() {}

    /** Before an edit: a request that can still be edited has no delivery yet, so nothing else stands in these rows. */
    static List<RowChange> removalOf(PurchaseRequestId requestId) {
        List<RowChange> removals = new ArrayList<>();
        for (String table : List.of(DELIVERY_INFO, ADDRESS, SERVICE, SPECIFICATIONS, PREFERRED)) {
            removals.add(new RowChange.Delete(table, Row.of(PARENT, requestId)));
        }
        return removals;
    }

    static List<RowChange> of(PurchaseRequestId requestId, RequestDetails details, StoredEvent stored) {
        List<RowChange> rows = new ArrayList<>();
        deliveryInfo(requestId, details.delivery(), stored, rows);
        service(requestId, details, stored, rows);
        specifications(requestId, details.specifications(), stored, rows);
        details.preferredSellers()
                .forEach(seller -> rows.add(new RowChange.Insert(
                        PREFERRED, Stamp.child(Row.of(PARENT, requestId).and("seller_id", seller), stored))));
        return rows;
    }

    private static void deliveryInfo(
            PurchaseRequestId requestId,
            RequestDetails.DeliveryPreferences delivery,
            StoredEvent stored,
            List<RowChange> rows) {
        rows.add(new RowChange.Insert(
                DELIVERY_INFO,
                Stamp.child(
                        Row.of(PARENT, requestId)
                                .and("method", delivery.method())
                                .and("needed_by", delivery.neededBy())
                                .and("notes", delivery.notes()),
                        stored)));
        RequestDetails.DeliveryAddress address = delivery.address();
        if (address != null) {
            rows.add(new RowChange.Insert(
                    ADDRESS,
                    Stamp.child(
                            Row.of(PARENT, requestId)
                                    .and("recipient", address.recipient())
                                    .and("line1", address.line1())
                                    .and("line2", address.line2())
                                    .and("city", address.city())
                                    .and("region", address.region())
                                    .and("postal_code", address.postalCode())
                                    .and("country_code", address.countryCode()),
                            stored)));
        }
    }

    private static void service(
            PurchaseRequestId requestId, RequestDetails details, StoredEvent stored, List<RowChange> rows) {
        RequestDetails.ServiceInfo service = details.serviceInfo();
        if (service != null) {
            rows.add(new RowChange.Insert(
                    SERVICE,
                    Stamp.child(
                            Row.of(PARENT, requestId)
                                    .and("scope", service.scope())
                                    .and("duration_hours", service.durationHours())
                                    .and("remote", service.remote()),
                            stored)));
        }
    }

    private static void specifications(
            PurchaseRequestId requestId,
            List<RequestDetails.Specification> specifications,
            StoredEvent stored,
            List<RowChange> rows) {
        for (int ordinal = 0; ordinal < specifications.size(); ordinal++) {
            RequestDetails.Specification specification = specifications.get(ordinal);
            rows.add(new RowChange.Insert(
                    SPECIFICATIONS,
                    Stamp.child(
                            Row.of("id", Stamp.id(requestId, "specification/" + specification.key()))
                                    .and(PARENT, requestId)
                                    .and("key", specification.key())
                                    .and("value", specification.value())
                                    .and("ordinal", ordinal),
                            stored)));
        }
    }
}
