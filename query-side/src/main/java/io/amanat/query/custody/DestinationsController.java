package io.amanat.query.custody;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.custody.DestinationStatus;
import io.amanat.query.jpa.Keyset;
import io.amanat.query.jpa.Where;
import io.amanat.query.view.Presentation;
import io.amanat.query.web.Filters;
import io.amanat.query.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/destinations")
class DestinationsController {
    private final DestinationRows destinations;
    private final Presentation show;

    DestinationsController(DestinationRows destinations, Presentation show) {
        this.destinations = destinations;
        this.show = show;
    }

    @GetMapping
    Page<DestinationView> list(
            @RequestParam(required = false) @Nullable String paymentId,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Specification<DestinationRow> which = Where.<DestinationRow>is(
                        "paymentId", Filters.uuid("paymentId", paymentId))
                .and(Where.oneOf("status", Filters.wires(DestinationStatus.class, "status", status)));
        return Keyset.page(destinations, which, cursor, limit).map(this::view);
    }

    private DestinationView view(DestinationRow row) {
        return new DestinationView(
                row.id(),
                row.paymentId,
                row.purchaseRequestId,
                row.chainId,
                show.address(row.address),
                row.status,
                row.derivationPath,
                row.quarantinedBy,
                show.textOrNull(row.quarantineReason),
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }

    record DestinationView(
            UUID id,
            UUID paymentId,
            @Nullable UUID requestId,
            long chainId,
            String address,
            String status,
            String derivationPath,
            @Nullable UUID quarantinedBy,
            @Nullable String quarantineReason,
            long version,
            Instant createdAt,
            Instant updatedAt) {}
}
