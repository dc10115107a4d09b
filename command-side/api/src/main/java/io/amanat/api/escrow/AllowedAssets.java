package io.amanat.api.escrow;

import io.amanat.contract.money.Asset;
import java.util.List;

/** The tokens in which the operator lets people pay. */
public interface AllowedAssets {
    /** All of them, in the operator's order. */
    List<Asset> all();
}
