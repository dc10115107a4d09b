package io.amanat.platform.serialization;

import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/**
 * Money in JSON: {@code {"amount":"125.50","currency":"USDT"}}, on a chain followed by {@code chainId}, {@code contract} and
 * {@code decimals}. The amount is text in both directions; a JSON number is refused.
 */
final class MoneyJson {

    static final ValueSerializer<Money> MONEY =
            new ShapeSerializer<>(Money.class, m -> new Price(m.amount(), m.currency()));
    static final ValueSerializer<Asset> ASSET =
            new ShapeSerializer<>(Asset.class, a -> new Token(a.currency(), a.chainId(), a.contract(), a.decimals()));
    static final ValueSerializer<AssetAmount> ASSET_AMOUNT = new ShapeSerializer<>(AssetAmount.class, MoneyJson::shape);

    private MoneyJson() {}

    static ValueDeserializer<Money> money() {
        return new ShapeDeserializer<>(Money.class, Price.class, price -> Money.of(price.amount, price.currency));
    }

    static ValueDeserializer<Asset> asset() {
        return new ShapeDeserializer<>(
                Asset.class, Token.class, t -> new Asset(t.chainId, t.contract, t.currency, t.decimals));
    }

    static ValueDeserializer<AssetAmount> assetAmount() {
        return new ShapeDeserializer<>(
                AssetAmount.class,
                TokenAmount.class,
                t -> new Asset(t.chainId, t.contract, t.currency, t.decimals).amount(t.amount));
    }

    private static TokenAmount shape(AssetAmount value) {
        Asset asset = value.asset();
        return new TokenAmount(value.amount(), asset.currency(), asset.chainId(), asset.contract(), asset.decimals());
    }

    record Price(String amount, Currency currency) {}

    record Token(Currency currency, long chainId, EvmAddress contract, int decimals) {}

    record TokenAmount(String amount, Currency currency, long chainId, EvmAddress contract, int decimals) {}
}
