package io.amanat.query.disputes;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.contract.disputes.DisputeRule;
import io.amanat.contract.disputes.DisputeStatus;
import io.amanat.query.jpa.Keyset;
import io.amanat.query.jpa.Where;
import io.amanat.query.view.Presentation;
import io.amanat.query.web.Filters;
import io.amanat.query.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/disputes")
class DisputesController {
    private final DisputeRows disputes;
    private final Statements statements;
    private final Presentation show;

    DisputesController(DisputeRows disputes, Statements statements, Presentation show) {
        this.disputes = disputes;
        this.statements = statements;
        this.show = show;
    }

    @GetMapping
    Page<DisputeView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable String paymentId,
            @RequestParam(required = false) @Nullable String requestId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Specification<DisputeRow> which = Where.<DisputeRow>partyOf(caller)
                .and(Where.oneOf("status", Filters.wires(DisputeStatus.class, "status", status)))
                .and(Where.is("paymentId", Filters.uuid("paymentId", paymentId)))
                .and(Where.is("purchaseRequestId", Filters.uuid("requestId", requestId)));
        return Keyset.page(disputes, which, cursor, limit).map(row -> DisputeView.of(row, statements, show));
    }

    @GetMapping("/{disputeId}")
    ResponseEntity<DisputeView> one(@AuthenticationPrincipal Caller caller, @PathVariable UUID disputeId) {
        DisputeRow row = disputes.findOne(Where.<DisputeRow>is("id", disputeId).and(Where.partyOf(caller)))
                .orElseThrow(() -> new RuleViolated(DisputeRule.NO_SUCH_DISPUTE));
        return ResponseEntity.ok().eTag(row.etag()).body(DisputeView.of(row, statements, show));
    }
}
