package io.amanat.query.provider;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.query.provider.ProviderRows.Wanted;
import io.amanat.query.web.Cursors;
import io.amanat.query.web.Filters;
import io.amanat.query.web.Limit;
import io.amanat.query.web.Page;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For those who look after a webhook that was lost, late or odd. */
@RestController
@RequestMapping(AccessTable.BASE)
class ProvidersController {
    private static final int DELIVERY_KEY = 3;
    private static final int PAY_IN_KEY = 4;

    private final ProviderRows rows;

    ProvidersController(ProviderRows rows) {
        this.rows = rows;
    }

    @GetMapping("/provider-deliveries")
    Page<DeliveryView> deliveries(
            @RequestParam(required = false) @Nullable List<String> provider,
            @RequestParam(required = false) @Nullable List<String> outcome,
            @RequestParam(required = false) @Nullable String paymentId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Wanted wanted = new Wanted(
                Filters.wires(PaymentProvider.class, "provider", provider),
                Filters.wires(DeliveryOutcome.class, "outcome", outcome),
                Filters.uuid("paymentId", paymentId));
        int size = Limit.of(limit);
        return Page.cut(
                rows.deliveries(wanted, after(cursor, DELIVERY_KEY), size + 1),
                size,
                row -> Cursors.ofKey(List.of(row.receivedAt().toString(), row.provider(), row.deliveryId())));
    }

    @GetMapping("/provider-payins")
    Page<PayInView> payIns(
            @RequestParam(required = false) @Nullable List<String> provider,
            @RequestParam(required = false) @Nullable List<String> finding,
            @RequestParam(required = false) @Nullable String paymentId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Wanted wanted = new Wanted(
                Filters.wires(PaymentProvider.class, "provider", provider),
                Filters.wires(PayInFinding.class, "finding", finding),
                Filters.uuid("paymentId", paymentId));
        int size = Limit.of(limit);
        return Page.cut(
                rows.payIns(wanted, after(cursor, PAY_IN_KEY), size + 1),
                size,
                row -> Cursors.ofKey(
                        List.of(row.at().toString(), row.txHash(), String.valueOf(row.logIndex()), row.blockHash())));
    }

    /** Its first part is an instant, its third a number where there are four: anything else is no cursor of ours. */
    private static @Nullable List<String> after(@Nullable String cursor, int parts) {
        List<String> key = Cursors.key(cursor, parts);
        if (key == null) {
            return null;
        }
        try {
            Instant.parse(key.get(0));
            if (parts == PAY_IN_KEY) {
                Long.parseLong(key.get(2));
            }
        } catch (DateTimeParseException | NumberFormatException notOurs) {
            throw Cursors.invalid();
        }
        return key;
    }
}
