package io.amanat.api.disputes;

import io.amanat.api.validation.Text;
import io.amanat.api.validation.Wire;
import io.amanat.api.web.ApiProblem;
import io.amanat.api.web.ApiRefusal;
import io.amanat.contract.WireEnum;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** The parts are given for a compensation, and only for one. */
record ResolutionBody(
        @Wire(RulingKind.class) String ruling,
        @Valid @Nullable PartBody toBuyer,
        @Valid @Nullable PartBody toSeller,
        @Text(max = 5000, lines = true) String rationale) {

    /** The ruling in {@code asset}, which is what is held. */
    Ruling rulingIn(Asset asset) {
        try {
            return new Ruling(WireEnum.parse(RulingKind.class, ruling), part(toBuyer, asset), part(toSeller, asset));
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(ApiRefusal.RULING_MAKES_NO_SENSE, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable AssetAmount part(@Nullable PartBody part, Asset asset) {
        return part == null ? null : part.in(asset);
    }
}
