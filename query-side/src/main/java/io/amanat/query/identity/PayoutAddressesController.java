package io.amanat.query.identity;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.query.jpa.Where;
import io.amanat.query.view.Presentation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the caller is paid. */
@RestController
@RequestMapping(AccessTable.BASE + "/users/me/payout-addresses")
class PayoutAddressesController {
    private final PayoutAddressRows rows;
    private final Presentation show;

    PayoutAddressesController(PayoutAddressRows rows, Presentation show) {
        this.rows = rows;
        this.show = show;
    }

    @GetMapping
    PayoutAddressesView list(@AuthenticationPrincipal Caller caller) {
        return new PayoutAddressesView(
                rows.findAll(Where.is("userId", caller.requireUserId().value())).stream()
                        .map(this::view)
                        .toList());
    }

    private PayoutAddressView view(PayoutAddressRow row) {
        return new PayoutAddressView(
                row.chainFamily,
                address(row.address),
                row.usableFrom,
                address(row.previousAddress),
                row.askedAccount,
                row.askedUntil);
    }

    private @Nullable String address(@Nullable String stored) {
        return stored == null ? null : show.address(stored);
    }

    /** One for each family of chains. */
    record PayoutAddressesView(List<PayoutAddressView> items) {}

    /**
     * Addresses with their checksum.
     *
     * @param usableFrom from when on {@code address} is used; until then {@code previousAddress} is
     * @param asked waits for a signature until {@code askedUntil}
     */
    record PayoutAddressView(
            String chainFamily,
            @Nullable String address,
            @Nullable Instant usableFrom,
            @Nullable String previousAddress,
            @Nullable String asked,
            @Nullable Instant askedUntil) {}
}
