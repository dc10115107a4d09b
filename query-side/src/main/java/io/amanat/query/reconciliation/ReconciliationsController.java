package io.amanat.query.reconciliation;

import io.amanat.contract.access.AccessTable;
import io.amanat.query.web.Cursors;
import io.amanat.query.web.Limit;
import io.amanat.query.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/reconciliations")
class ReconciliationsController {
    private final ReportRows reports;

    ReconciliationsController(ReportRows reports) {
        this.reports = reports;
    }

    @GetMapping
    Page<ReportView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        int size = Limit.of(limit);
        return Page.cut(
                reports.list(Cursors.seen(cursor), size + 1),
                size,
                report -> new Cursors.Seen(report.at(), report.id()).encoded());
    }

    @GetMapping("/{reportId}")
    ReportView one(@PathVariable UUID reportId) {
        return reports.one(reportId);
    }
}
