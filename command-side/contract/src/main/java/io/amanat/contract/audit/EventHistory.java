package io.amanat.contract.audit;

import io.amanat.contract.marketplace.PurchaseRequestId;
import java.util.List;

/** Reads the log. */
public interface EventHistory {
    /** Every event of the trade, across its aggregates, in the log's order. */
    List<StoredEvent> ofTrade(PurchaseRequestId requestId);
}
