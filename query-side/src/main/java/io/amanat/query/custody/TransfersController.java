package io.amanat.query.custody;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyTransferStatus;
import io.amanat.contract.custody.TransferKind;
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
@RequestMapping(AccessTable.BASE + "/custody-transfers")
class TransfersController {
    private final TransferRows transfers;
    private final Presentation show;

    TransfersController(TransferRows transfers, Presentation show) {
        this.transfers = transfers;
        this.show = show;
    }

    @GetMapping
    Page<TransferView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String paymentId,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Specification<TransferRow> which = Where.<TransferRow>partyOf(caller)
                .and(Where.is("paymentId", Filters.uuid("paymentId", paymentId)))
                .and(Where.oneOf("status", Filters.wires(CustodyTransferStatus.class, "status", status)))
                .and(Where.oneOf("kind", Filters.wires(TransferKind.class, "kind", kind)));
        return Keyset.page(transfers, which, cursor, limit).map(row -> TransferView.of(row, caller.staff(), show));
    }

    @GetMapping("/{transferId}")
    ResponseEntity<TransferView> one(@AuthenticationPrincipal Caller caller, @PathVariable UUID transferId) {
        TransferRow row = transfers
                .findOne(Where.<TransferRow>is("id", transferId).and(Where.partyOf(caller)))
                .orElseThrow(() -> new RuleViolated(CustodyRule.NO_SUCH_TRANSFER));
        return ResponseEntity.ok().eTag(row.etag()).body(TransferView.of(row, caller.staff(), show));
    }
}
