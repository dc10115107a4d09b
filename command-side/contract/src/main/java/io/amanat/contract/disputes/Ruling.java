package io.amanat.contract.disputes;

import io.amanat.contract.money.AssetAmount;
import org.jspecify.annotations.Nullable;

/**
 * A decision. For a compensation {@code toBuyer} and {@code toSeller} (before the platform's fee) are both present, both more than
 * zero, and together exactly what is held; otherwise both are absent.
 */
public record Ruling(
        RulingKind kind,
        @Nullable AssetAmount toBuyer,
        @Nullable AssetAmount toSeller) {
    public Ruling {
        boolean split = kind == RulingKind.COMPENSATION;
        if ((toBuyer != null) != split || (toSeller != null) != split) {
            throw new IllegalArgumentException("a compensation states both parts, any other ruling none");
        }
    }

    public static Ruling of(RulingKind kind) {
        return new Ruling(kind, null, null);
    }

    public static Ruling compensation(AssetAmount toBuyer, AssetAmount toSeller) {
        return new Ruling(RulingKind.COMPENSATION, toBuyer, toSeller);
    }
}
