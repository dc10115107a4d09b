package io.amanat.query.audit;

import io.amanat.contract.EventPositions;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.query.web.Cursors;
import io.amanat.query.web.Limit;
import io.amanat.query.web.Page;
import io.amanat.query.web.QueryProblem;
import io.amanat.query.web.QueryRefusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log for reviewers. {@code from} is included, {@code to} is not; {@code type=payment.*} stands for all that begin so. */
@RestController
@RequestMapping(AccessTable.BASE + "/audit")
class AuditController {
    private static final long BEFORE_THE_FIRST = -1;

    private final AuditLog log;
    private final AuditExport export;
    private final EventPositions positions;

    AuditController(AuditLog log, AuditExport export, EventPositions positions) {
        this.log = log;
        this.export = export;
        this.positions = positions;
    }

    @GetMapping("/events")
    Page<AuditEvent> events(
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String correlationId,
            @RequestParam(required = false) @Nullable String aggregateId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return page(AuditFilter.parse(type, from, to, actor, correlationId, aggregateId), cursor, limit);
    }

    @GetMapping(path = "/events.ndjson", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void export(
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String correlationId,
            @RequestParam(required = false) @Nullable String aggregateId,
            HttpServletResponse response)
            throws IOException {
        AuditFilter filter = AuditFilter.parse(type, from, to, actor, correlationId, aggregateId);
        long upTo = positions.head();
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader("Content-Disposition", "attachment; filename=\"events.ndjson\"");
        export.write(filter, upTo, response.getOutputStream());
    }

    @GetMapping("/aggregates/{aggregateId}/events")
    Page<AuditEvent> ofAggregate(
            @PathVariable String aggregateId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Page<AuditEvent> page = page(AuditFilter.ofAggregate(aggregateId), cursor, limit);
        if (page.items().isEmpty() && cursor == null) {
            throw new QueryProblem(QueryRefusal.NO_SUCH_AGGREGATE);
        }
        return page;
    }

    @GetMapping("/trades/{requestId}/events")
    Page<AuditEvent> ofTrade(
            @PathVariable UUID requestId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Page<AuditEvent> page = page(AuditFilter.ofTrade(requestId.toString()), cursor, limit);
        if (page.items().isEmpty() && cursor == null) {
            throw new RuleViolated(MarketplaceRule.NO_SUCH_REQUEST);
        }
        return page;
    }

    private Page<AuditEvent> page(AuditFilter filter, @Nullable String cursor, @Nullable String limit) {
        int size = Limit.of(limit);
        List<AuditEvent> found =
                log.events(filter, Cursors.position(cursor, BEFORE_THE_FIRST), Long.MAX_VALUE, size + 1);
        return Page.cut(found, size, event -> Cursors.ofPosition(event.position()));
    }
}
