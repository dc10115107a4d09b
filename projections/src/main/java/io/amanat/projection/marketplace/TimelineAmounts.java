package io.amanat.projection.marketplace;

import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.money.AssetAmount;
import io.amanat.projection.JsonText;

/** Amounts as the timeline holds them. */
final class TimelineAmounts {
    private TimelineAmounts() {}

    static JsonText of(AssetAmount amount) {
        return JsonText.object()
                .with("amount", amount.amount())
                .with("currency", amount.asset().currency().wire());
    }

    static JsonText of(Ruling ruling) {
        JsonText params = JsonText.object().with("ruling", ruling.kind().wire());
        AssetAmount toBuyer = ruling.toBuyer();
        AssetAmount toSeller = ruling.toSeller();
        return toBuyer == null || toSeller == null
                ? params
                : params.with("toBuyer", toBuyer.amount())
                        .with("toSeller", toSeller.amount())
                        .with("currency", toBuyer.asset().currency().wire());
    }
}
