package io.amanat.query.escrow;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.money.AddressChecksum;
import io.amanat.contract.money.Asset;
import io.amanat.query.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/assets")
class AssetsController {
    private final AssetCatalogue catalogue;
    private final AddressChecksum checksum;

    AssetsController(AssetCatalogue catalogue, AddressChecksum checksum) {
        this.catalogue = catalogue;
        this.checksum = checksum;
    }

    @GetMapping
    Page<AssetView> assets() {
        return Page.whole(catalogue.assets().stream().map(this::view).toList());
    }

    private AssetView view(AssetCatalogue.TakenAsset taken) {
        Asset asset = taken.asset();
        return new AssetView(
                asset.chainId(),
                checksum.format(asset.contract()),
                asset.currency().wire(),
                asset.decimals(),
                taken.confirmationsRequired());
    }

    record AssetView(long chainId, String contract, String currency, int decimals, int confirmationsRequired) {}
}
