package io.amanat.projection.identity;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.identity.PayoutAddressEvent;
import io.amanat.contract.identity.PayoutAddressId;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.List;

/** Table {@code payout_addresses}: one row per person and family of chains. */
public final class PayoutAddressProjection implements Projection {
    private static final String TABLE = "payout_addresses";

    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return stored.event() instanceof PayoutAddressEvent event ? changes(event, stored) : List.of();
    }

    private static List<RowChange> changes(PayoutAddressEvent event, StoredEvent stored) {
        return switch (event) {
            case PayoutAddressEvent.PayoutAddressRegistered e -> {
                Row first = asked(
                        Row.of("id", e.addressId())
                                .and("user_id", e.userId())
                                .and("chain_family", e.family().wire()),
                        e);
                yield stored.sequence() == 0
                        ? List.of(new RowChange.Insert(TABLE, Stamp.created(first, stored)))
                        : List.of(update(
                                e.addressId(),
                                asked(Row.of("chain_family", e.family().wire()), e),
                                stored));
            }
            case PayoutAddressEvent.PayoutAddressConfirmed e ->
                List.of(update(
                        e.addressId(),
                        Row.of("asked_address", null)
                                .and("asked_account", null)
                                .and("asked_until", null)
                                .and("address", e.address())
                                .and("usable_from", e.usableFrom())
                                .and("previous_address", e.meanwhile()),
                        stored));
            case PayoutAddressEvent.PayoutAddressWithdrawn e ->
                List.of(update(
                        e.addressId(),
                        Row.of("address", e.remaining())
                                .and("usable_from", stored.at())
                                .and("previous_address", null),
                        stored));
        };
    }

    private static Row asked(Row row, PayoutAddressEvent.PayoutAddressRegistered e) {
        return row.and("asked_address", e.address())
                .and("asked_account", e.challenge().account())
                .and("asked_until", e.challenge().expiresAt());
    }

    private static RowChange update(PayoutAddressId id, Row values, StoredEvent stored) {
        return new RowChange.Update(TABLE, Row.of("id", id), Stamp.changed(values, stored));
    }
}
