package io.amanat.query.escrow;

import io.amanat.contract.WireEnum;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.contract.escrow.OfferedProviders;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.ProviderInstructions;
import io.amanat.contract.escrow.ProviderInstructions.ThroughContract;
import io.amanat.contract.money.EvmAddress;
import io.amanat.query.view.Presentation;
import io.amanat.query.web.Page;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Through whom one may pay, and how. */
@RestController
@RequestMapping(AccessTable.BASE)
class InstructionsController {
    private final OfferedProviders providers;
    private final ProviderInstructions instructions;
    private final VisiblePayments visible;
    private final Presentation show;

    InstructionsController(
            OfferedProviders providers, ProviderInstructions instructions, VisiblePayments visible, Presentation show) {
        this.providers = providers;
        this.instructions = instructions;
        this.visible = visible;
        this.show = show;
    }

    @GetMapping("/payment-providers")
    Page<ProviderView> offered() {
        return Page.whole(providers.all().stream()
                .sorted()
                .map(provider -> new ProviderView(provider.wire()))
                .toList());
    }

    @GetMapping("/payments/{paymentId}/instructions")
    InstructionsView instructions(@AuthenticationPrincipal Caller caller, @PathVariable UUID paymentId) {
        PaymentRow row = visible.payment(paymentId, caller);
        Optional<ThroughContract> through = instructions.of(
                WireEnum.parse(PaymentProvider.class, row.provider),
                new PaymentId(paymentId),
                row.chainId,
                new EvmAddress(row.destinationAddress));
        return new InstructionsView(
                row.provider,
                row.chainId,
                show.address(row.destinationAddress),
                through.map(one -> show.address(one.contract().value())).orElse(null),
                through.map(ThroughContract::paymentReference).orElse(null),
                through.map(ThroughContract::feeAddress)
                        .map(fee -> show.address(fee.value()))
                        .orElse(null));
    }

    record ProviderView(String provider) {}

    /**
     * How a payment is made.
     *
     * @param contract to be called by the payer; absent when it is a plain transfer to {@code address}
     * @param paymentReference of the payment in that call
     */
    record InstructionsView(
            String provider,
            long chainId,
            String address,
            @Nullable String contract,
            @Nullable String paymentReference,
            @Nullable String feeAddress) {}
}
