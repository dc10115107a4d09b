package io.amanat.query.marketplace;

import io.amanat.contract.WireEnum;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
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
@RequestMapping(AccessTable.BASE + "/purchase-requests")
class RequestsController {
    private final RequestRows requests;
    private final RequestDetail detail;
    private final Presentation show;

    RequestsController(RequestRows requests, RequestDetail detail, Presentation show) {
        this.requests = requests;
        this.detail = detail;
        this.show = show;
    }

    /** {@code side}: {@code buyer} for what the caller asked for, {@code seller} for what the caller offered on. */
    @GetMapping
    Page<RequestSummary> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Specification<RequestRow> which = Visibility.visible(caller)
                .and(Where.oneOf("status", Filters.wires(PurchaseRequestStatus.class, "status", status)))
                .and(side(caller, side));
        return Keyset.page(requests, which, cursor, limit).map(row -> RequestSummary.of(row, caller, show));
    }

    private static Specification<RequestRow> side(Caller caller, @Nullable String side) {
        if (side == null) {
            return Specification.unrestricted();
        }
        Filters.wires(Side.class, "side", List.of(side));
        return WireEnum.parse(Side.class, side).of(caller);
    }

    @GetMapping("/{requestId}")
    ResponseEntity<RequestView> one(@AuthenticationPrincipal Caller caller, @PathVariable UUID requestId) {
        RequestView view = detail.of(requestId, caller);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }
}
