package io.amanat.query.custody;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.audit.EventHistory;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferScreened;
import io.amanat.contract.custody.screening.ScreeningRule;
import io.amanat.contract.custody.screening.ScreeningStatus;
import io.amanat.contract.marketplace.PurchaseRequestId;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The guards' queue is the list with {@code status=held}. */
@RestController
@RequestMapping(AccessTable.BASE + "/transfer-screenings")
class ScreeningsController {
    private final ScreeningRows screenings;
    private final EventHistory history;
    private final Presentation show;
    private final JsonMapper json;

    ScreeningsController(ScreeningRows screenings, EventHistory history, Presentation show, JsonMapper json) {
        this.screenings = screenings;
        this.history = history;
        this.show = show;
        this.json = json;
    }

    @GetMapping
    Page<ScreeningView> list(
            @RequestParam(required = false) @Nullable String paymentId,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Specification<ScreeningRow> which = Where.<ScreeningRow>is("paymentId", Filters.uuid("paymentId", paymentId))
                .and(Where.oneOf("status", Filters.wires(ScreeningStatus.class, "status", status)));
        return Keyset.page(screenings, which, cursor, limit).map(row -> ScreeningView.of(row, show, json));
    }

    @GetMapping("/{screeningId}")
    ResponseEntity<ScreeningView> one(@PathVariable UUID screeningId) {
        ScreeningRow row = row(screeningId);
        return ResponseEntity.ok().eTag(row.etag()).body(ScreeningView.of(row, show, json));
    }

    /** From the log, not from the table: the verdict's own inputs and rules are asked again. */
    @GetMapping("/{screeningId}/re-evaluation")
    ReEvaluationView again(@PathVariable UUID screeningId) {
        return history.ofTrade(new PurchaseRequestId(row(screeningId).purchaseRequestId)).reversed().stream()
                .filter(stored -> stored.event() instanceof TransferScreened screened
                        && screened.screeningId().value().equals(screeningId))
                .map(stored -> ReEvaluationView.of((TransferScreened) stored.event(), stored.position()))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(ScreeningRule.NO_SUCH_SCREENING));
    }

    private ScreeningRow row(UUID screeningId) {
        return screenings
                .findOne(Where.is("id", screeningId))
                .orElseThrow(() -> new RuleViolated(ScreeningRule.NO_SUCH_SCREENING));
    }
}
