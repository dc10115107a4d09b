package io.amanat.query.audit;

import io.amanat.query.web.Filters;
import io.amanat.query.web.QueryProblem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which events a reviewer asks for: every given filter holds. Absent filters restrict nothing.
 *
 * @param types stable names; a name that ends with {@code *} stands for all that begin so
 * @param from the first instant, included
 * @param to the last instant, excluded
 */
record AuditFilter(
        List<String> types,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String aggregateId) {
    private static final Pattern TYPE = Pattern.compile("[a-z0-9.-]{1,100}[*]?|[*]");

    AuditFilter {
        types = List.copyOf(types);
    }

    static AuditFilter ofAggregate(String aggregateId) {
        return new AuditFilter(List.of(), null, null, null, null, aggregateId);
    }

    static AuditFilter ofTrade(String requestId) {
        return new AuditFilter(List.of(), null, null, null, requestId, null);
    }

    /** The filters as they stand in the query string. */
    static AuditFilter parse(
            @Nullable List<String> type,
            @Nullable String from,
            @Nullable String to,
            @Nullable String actor,
            @Nullable String correlationId,
            @Nullable String aggregateId) {
        List<String> types = type == null ? List.of() : type;
        for (String name : types) {
            if (!TYPE.matcher(name).matches()) {
                throw QueryProblem.filter("type", "an event's name, or its beginning and *");
            }
        }
        return new AuditFilter(
                types, Filters.instant("from", from), Filters.instant("to", to), actor, correlationId, aggregateId);
    }

    /** Adds what this filter asks for to {@code params} and returns it as SQL, each condition after an {@code and}. */
    String conditions(Map<String, Object> params) {
        StringBuilder sql = new StringBuilder(types(params));
        condition(sql, params, "occurred_at >= :from", "from", from == null ? null : from.atOffset(ZoneOffset.UTC));
        condition(sql, params, "occurred_at < :to", "to", to == null ? null : to.atOffset(ZoneOffset.UTC));
        condition(sql, params, "actor = :actor", "actor", actor);
        condition(sql, params, "correlation_id = :correlation", "correlation", correlationId);
        condition(sql, params, "aggregate_identifier = :aggregate", "aggregate", aggregateId);
        return sql.toString();
    }

    private String types(Map<String, Object> params) {
        if (types.isEmpty()) {
            return "";
        }
        List<String> any = new ArrayList<>();
        Map<String, Object> named = new HashMap<>();
        for (String type : types) {
            String name = "type" + named.size();
            boolean prefix = type.endsWith("*");
            any.add(prefix ? "starts_with(payload_type, :" + name + ")" : "payload_type = :" + name);
            named.put(name, prefix ? type.substring(0, type.length() - 1) : type);
        }
        params.putAll(named);
        return " and (" + String.join(" or ", any) + ")";
    }

    private static void condition(
            StringBuilder sql, Map<String, Object> params, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            params.put(name, value);
        }
    }
}
