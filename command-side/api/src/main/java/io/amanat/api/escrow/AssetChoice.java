package io.amanat.api.escrow;

import io.amanat.api.web.ApiProblem;
import io.amanat.api.web.ApiRefusal;
import io.amanat.contract.money.AddressChecksum;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.EvmAddress;
import org.springframework.stereotype.Component;

/** Finds the token that a buyer chose. */
@Component
public final class AssetChoice {
    private final AllowedAssets allowed;
    private final AddressChecksum checksum;

    AssetChoice(AllowedAssets allowed, AddressChecksum checksum) {
        this.allowed = allowed;
        this.checksum = checksum;
    }

    /** Refuses with 422 {@code asset-not-allowed} what the operator does not list. */
    public Asset of(AssetBody body) {
        EvmAddress contract = checksum.parse(body.contract());
        return allowed.all().stream()
                .filter(asset ->
                        asset.chainId() == body.chainId() && asset.contract().equals(contract))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(ApiRefusal.ASSET_NOT_ALLOWED));
    }
}
