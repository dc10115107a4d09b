package io.amanat.query.testing;

import io.amanat.contract.audit.EventHistory;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.marketplace.PurchaseRequestId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Histories that a test writes. */
public final class SettableHistory implements EventHistory {
    private final Map<PurchaseRequestId, List<StoredEvent>> trades = new ConcurrentHashMap<>();

    @Override
    public List<StoredEvent> ofTrade(PurchaseRequestId requestId) {
        return trades.getOrDefault(requestId, List.of());
    }

    public void put(PurchaseRequestId requestId, List<StoredEvent> events) {
        trades.put(requestId, events);
    }
}
