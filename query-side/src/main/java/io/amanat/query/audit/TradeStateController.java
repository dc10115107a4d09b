package io.amanat.query.audit;

import io.amanat.contract.EventPositions;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.audit.EventHistory;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.query.web.Filters;
import io.amanat.query.web.QueryProblem;
import io.amanat.query.web.QueryRefusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/audit/trades/{requestId}/state")
class TradeStateController {
    private final EventHistory history;
    private final EventPositions positions;
    private final TradeStates states;

    TradeStateController(EventHistory history, EventPositions positions, TradeStates states) {
        this.history = history;
        this.positions = positions;
        this.states = states;
    }

    /** As of {@code position} or {@code at}, both included; as of now without either. */
    @GetMapping
    TradeStateView state(
            @PathVariable UUID requestId,
            @RequestParam(required = false) @Nullable String position,
            @RequestParam(required = false) @Nullable String at) {
        Long upTo = Filters.number("position", position);
        Instant until = Filters.instant("at", at);
        if (upTo != null && until != null) {
            throw new QueryProblem(QueryRefusal.FILTER_INVALID, "Ask for a position or for an instant, not for both.");
        }
        if (upTo != null && upTo > positions.head()) {
            throw new QueryProblem(QueryRefusal.POSITION_BEYOND_HEAD);
        }
        PurchaseRequestId id = new PurchaseRequestId(requestId);
        List<StoredEvent> all = history.ofTrade(id);
        if (all.isEmpty()) {
            throw new RuleViolated(MarketplaceRule.NO_SUCH_REQUEST);
        }
        List<StoredEvent> known = all.stream()
                .filter(event -> upTo == null || event.position() <= upTo)
                .filter(event -> until == null || !event.at().isAfter(until))
                .toList();
        if (known.isEmpty()) {
            throw new QueryProblem(QueryRefusal.TRADE_NOT_YET_BEGUN);
        }
        return states.of(id, known);
    }
}
