package io.amanat.query.marketplace;

import io.amanat.contract.access.Caller;
import io.amanat.query.view.Presentation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a trade's timeline in the log's order. A seller does not learn of other sellers' offers. */
@Component
class TimelineQueries {
    private static final String AFTER = """
        select position, occurred_at, actor, actor_role, kind, params::text as params
        from trade_timeline
        where purchase_request_id = :request
          and position > :after
          and (:all or kind not like 'offer.%' or params ->> 'offerId' in (
                 select id::text from seller_offers where purchase_request_id = :request and seller_id = :me))
        order by position
        limit :limit
        """;

    private final JdbcClient jdbc;
    private final Visibility visibility;
    private final JsonMapper json;
    private final Presentation show;

    TimelineQueries(JdbcClient jdbc, Visibility visibility, JsonMapper json, Presentation show) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.json = json;
        this.show = show;
    }

    /** Refuses who is neither party nor staff. */
    RequestRow trade(UUID requestId, Caller caller) {
        return visibility.trade(requestId, caller);
    }

    /** What happened after {@code position}, in words for {@code caller}. */
    List<TimelineItem> after(UUID requestId, long position, int limit, Caller caller) {
        RequestRow trade = trade(requestId, caller);
        UUID me = caller.requireUserId().value();
        return jdbc.sql(AFTER)
                .param("request", requestId)
                .param("after", position)
                .param("all", caller.staff() || me.equals(trade.buyerId))
                .param("me", me)
                .param("limit", limit)
                .query((row, number) -> item(row, trade, caller))
                .list();
    }

    private TimelineItem item(ResultSet row, RequestRow trade, Caller caller) throws SQLException {
        String kind = row.getString("kind");
        String who = TimelineActors.name(row.getString("actor"), row.getString("actor_role"), trade, caller);
        Instant at = row.getObject("occurred_at", OffsetDateTime.class).toInstant();
        return new TimelineItem(
                row.getLong("position"), at, who, kind, TimelineWords.of(who, kind, facts(row.getString("params"))));
    }

    private TimelineFacts facts(String params) {
        Map<String, String> facts = new HashMap<>();
        for (Map.Entry<String, JsonNode> param : json.readTree(params).properties()) {
            if (param.getValue().isValueNode() && !param.getValue().isNull()) {
                facts.put(param.getKey(), param.getValue().asString());
            }
        }
        facts.computeIfPresent("address", (name, address) -> show.address(address));
        return new TimelineFacts(facts);
    }
}
