package io.amanat.projection;

import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;

/** The columns in which an amount on a chain stands. */
public final class AssetColumns {
    private AssetColumns() {}

    /** Which token, on which chain, with which decimals. */
    public static Row asset(Row row, Asset asset) {
        return row.and("currency", asset.currency())
                .and("chain_id", asset.chainId())
                .and("token_address", asset.contract())
                .and("token_decimals", asset.decimals());
    }

    /** The token, and how much of it: in whole tokens for people, in smallest units for sums. */
    public static Row amount(Row row, AssetAmount amount) {
        return asset(row, amount.asset()).and("amount", amount).and("amount_units", amount.units());
    }
}
