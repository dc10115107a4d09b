package io.amanat.query.marketplace;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.contract.marketplace.OfferStatus;
import io.amanat.query.jpa.Keyset;
import io.amanat.query.jpa.Where;
import io.amanat.query.view.Presentation;
import io.amanat.query.web.Filters;
import io.amanat.query.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE)
class OffersController {
    private final OfferRows offers;
    private final Visibility visibility;
    private final Presentation show;

    OffersController(OfferRows offers, Visibility visibility, Presentation show) {
        this.offers = offers;
        this.visibility = visibility;
        this.show = show;
    }

    /** The buyer and staff see every offer on the request, a seller only their own. */
    @GetMapping("/purchase-requests/{requestId}/offers")
    Page<OfferView> onRequest(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID requestId,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        RequestRow request = visibility.request(requestId, caller);
        UUID me = caller.requireUserId().value();
        boolean all = caller.staff() || me.equals(request.buyerId);
        Specification<OfferRow> which = Where.<OfferRow>is("purchaseRequestId", requestId)
                .and(all ? Specification.unrestricted() : Where.is("sellerId", me));
        return page(which, status, cursor, limit, caller);
    }

    /** The caller's own offers; for staff everybody's. */
    @GetMapping("/offers")
    Page<OfferView> own(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Specification<OfferRow> which = caller.staff()
                ? Specification.unrestricted()
                : Where.is("sellerId", caller.requireUserId().value());
        return page(which, status, cursor, limit, caller);
    }

    private Page<OfferView> page(
            Specification<OfferRow> which,
            @Nullable List<String> status,
            @Nullable String cursor,
            @Nullable String limit,
            Caller caller) {
        Specification<OfferRow> filtered =
                which.and(Where.oneOf("status", Filters.wires(OfferStatus.class, "status", status)));
        return Keyset.page(offers, filtered, cursor, limit).map(row -> OfferView.of(row, caller, show));
    }
}
