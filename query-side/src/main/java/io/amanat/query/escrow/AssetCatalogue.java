package io.amanat.query.escrow;

import io.amanat.contract.money.Asset;
import java.util.List;

/** Which tokens the platform takes now. */
public interface AssetCatalogue {
    /** In the order in which a buyer should see them; empty while no chain is connected. */
    List<TakenAsset> assets();

    /**
     * A token that is taken.
     *
     * @param confirmationsRequired blocks until a transfer counts as held, as the chain's threshold says
     */
    record TakenAsset(Asset asset, int confirmationsRequired) {}
}
