package io.amanat.platform.serialization;

import io.amanat.contract.Identifier;
import io.amanat.contract.WireEnum;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.io.Serial;
import tools.jackson.databind.module.SimpleModule;

/** How the types of the published language look in JSON. */
final class ContractModule extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    ContractModule() {
        super("amanat-contract");
        text(EvmAddress.class, EvmAddress::new, EvmAddress::value);
        text(UsdPrice.class, UsdPrice::of, UsdPrice::text);
        text(PersonalText.class, PersonalText::new, PersonalText::token);
        text(DeliveryCodeHash.class, DeliveryCodeHash::new, DeliveryCodeHash::value);
        addSerializer(
                Identifier.class,
                new TextSerializer<>(Identifier.class, id -> id.value().toString()));
        addSerializer(WireEnum.class, new TextSerializer<>(WireEnum.class, WireEnum::wire));
        addKeySerializer(WireEnum.class, new WireNameAsKey());
        addKeyDeserializer(TransferKey.class, new TransferKeyFromText());
        addDeserializer(Money.class, MoneyJson.money());
        addSerializer(Money.class, MoneyJson.MONEY);
        addDeserializer(Asset.class, MoneyJson.asset());
        addSerializer(Asset.class, MoneyJson.ASSET);
        addDeserializer(AssetAmount.class, MoneyJson.assetAmount());
        addSerializer(AssetAmount.class, MoneyJson.ASSET_AMOUNT);
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new FamilyDeserializers());
        context.addKeyDeserializers(new FamilyKeyDeserializers());
    }

    private <T> void text(Class<T> type, TextDeserializer.Parser<T> parser, TextSerializer.Format<T> format) {
        addSerializer(type, new TextSerializer<>(type, format));
        addDeserializer(type, new TextDeserializer<>(type, parser));
    }
}
