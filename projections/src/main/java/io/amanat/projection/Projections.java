package io.amanat.projection;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.projection.configuration.ConfigSettingProjection;
import io.amanat.projection.custody.CustodyTransferProjection;
import io.amanat.projection.custody.DestinationProjection;
import io.amanat.projection.custody.ScreeningProjection;
import io.amanat.projection.disputes.DisputeProjection;
import io.amanat.projection.escrow.LedgerProjection;
import io.amanat.projection.escrow.PaymentProjection;
import io.amanat.projection.escrow.PaymentQuoteProjection;
import io.amanat.projection.escrow.WriteOffProjection;
import io.amanat.projection.identity.PayoutAddressProjection;
import io.amanat.projection.identity.UserProjection;
import io.amanat.projection.marketplace.DeliveryProjection;
import io.amanat.projection.marketplace.OfferProjection;
import io.amanat.projection.marketplace.PurchaseRequestProjection;
import io.amanat.projection.marketplace.TimelineProjection;
import java.util.ArrayList;
import java.util.List;

/** Every projection of the platform, parents before the rows that refer to them. */
public final class Projections implements Projection {
    private final List<Projection> all = List.of(
            new UserProjection(),
            new PurchaseRequestProjection(),
            new OfferProjection(),
            new DeliveryProjection(),
            new DestinationProjection(),
            new PayoutAddressProjection(),
            new PaymentProjection(),
            new PaymentQuoteProjection(),
            new WriteOffProjection(),
            new LedgerProjection(),
            new DisputeProjection(),
            new CustodyTransferProjection(),
            new ScreeningProjection(),
            new ConfigSettingProjection(),
            new TimelineProjection());

    @Override
    public List<RowChange> changes(StoredEvent event) {
        List<RowChange> changes = new ArrayList<>();
        for (Projection projection : all) {
            changes.addAll(projection.changes(event));
        }
        return changes;
    }
}
