package io.amanat.query.escrow;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.query.jpa.Keyset;
import io.amanat.query.jpa.Where;
import io.amanat.query.view.Presentation;
import io.amanat.query.web.Filters;
import io.amanat.query.web.Page;
import java.util.List;
import java.util.Map;
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
@RequestMapping(AccessTable.BASE + "/payments")
class PaymentsController {
    private final PaymentRows payments;
    private final VisiblePayments visible;
    private final LedgerQueries ledger;
    private final Quotes quotes;
    private final Presentation show;

    PaymentsController(
            PaymentRows payments, VisiblePayments visible, LedgerQueries ledger, Quotes quotes, Presentation show) {
        this.payments = payments;
        this.visible = visible;
        this.ledger = ledger;
        this.quotes = quotes;
        this.show = show;
    }

    @GetMapping
    Page<PaymentView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable List<String> escrowState,
            @RequestParam(required = false) @Nullable String requestId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Specification<PaymentRow> which = Where.<PaymentRow>partyOf(caller)
                .and(Where.oneOf("status", Filters.wires(PaymentStatus.class, "status", status)))
                .and(Where.oneOf("escrowState", Filters.wires(EscrowState.class, "escrowState", escrowState)))
                .and(Where.is("purchaseRequestId", Filters.uuid("requestId", requestId)));
        Page<PaymentRow> page = Keyset.page(payments, which, cursor, limit);
        Map<UUID, QuoteView> quoted =
                quotes.of(page.items().stream().map(PaymentRow::id).toList());
        return page.map(row -> PaymentView.of(row, quoted.get(row.id()), caller, show));
    }

    @GetMapping("/{paymentId}")
    ResponseEntity<PaymentView> one(@AuthenticationPrincipal Caller caller, @PathVariable UUID paymentId) {
        PaymentRow row = visible.payment(paymentId, caller);
        return ResponseEntity.ok()
                .eTag(row.etag())
                .body(PaymentView.of(row, quotes.of(List.of(paymentId)).get(paymentId), caller, show));
    }

    @GetMapping("/{paymentId}/ledger")
    PaymentLedgerView ledger(@AuthenticationPrincipal Caller caller, @PathVariable UUID paymentId) {
        return ledger.of(visible.payment(paymentId, caller).id(), caller.staff());
    }
}
