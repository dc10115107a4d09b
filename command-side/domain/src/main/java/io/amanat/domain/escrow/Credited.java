package io.amanat.domain.escrow;

import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed transfer and what its money became; the three parts are, together, its amount.
 *
 * @param aside owed to the payer, or on its way back when {@code returning}
 * @param covered made good an exposure, or a loss that was written off
 * @param returnTo where it goes back to, as was proven
 */
record Credited(
        ObservedTransfer transfer,
        AssetAmount held,
        AssetAmount aside,
        AssetAmount covered,
        @Nullable EvmAddress returnTo,
        boolean returning) {
    static Credited nothingOf(ObservedTransfer transfer) {
        AssetAmount none = transfer.amount().asset().zero();
        return new Credited(transfer, none, none, none, null, false);
    }

    Credited holding(AssetAmount more) {
        return new Credited(transfer, held.plus(more), aside, covered, returnTo, returning);
    }

    Credited settingAside(AssetAmount more) {
        return new Credited(transfer, held, aside.plus(more), covered, returnTo, returning);
    }

    Credited covering(AssetAmount more) {
        return new Credited(transfer, held, aside, covered.plus(more), returnTo, returning);
    }

    Credited claimed(EvmAddress to) {
        return new Credited(transfer, held, aside, covered, to, returning);
    }

    Credited sentBack() {
        return new Credited(transfer, held, aside, covered, returnTo, true);
    }
}
