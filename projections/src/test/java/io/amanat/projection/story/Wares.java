package io.amanat.projection.story;

import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.ProductType;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestDetails.Budget;
import io.amanat.contract.marketplace.RequestDetails.DeliveryAddress;
import io.amanat.contract.marketplace.RequestDetails.DeliveryPreferences;
import io.amanat.contract.marketplace.RequestDetails.ServiceInfo;
import io.amanat.contract.marketplace.RequestDetails.Specification;
import io.amanat.contract.marketplace.Urgency;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.Money;
import java.time.LocalDate;
import java.util.List;

/** What is asked for, and what it is paid with. */
public final class Wares {
    public static final long CHAIN = 31_337;
    public static final Asset USDT = new Asset(CHAIN, Story.address(0xA3), Currency.USDT, 6);

    private Wares() {}

    public static AssetAmount usdt(String amount) {
        return USDT.amount(amount);
    }

    /** A thing with two specifications that goes to an address. */
    public static RequestDetails shipped(UserId buyer) {
        return new RequestDetails(
                PersonalText.of(buyer, "title"),
                PersonalText.of(buyer, "description"),
                ProductType.PHYSICAL_PRODUCT,
                new Budget(Money.of("100", Currency.USDT), Money.of("500.25", Currency.USDT)),
                Urgency.HIGH,
                2,
                List.of(
                        new Specification("colour", PersonalText.of(buyer, "green")),
                        new Specification("size", PersonalText.of(buyer, "large"))),
                new DeliveryPreferences(
                        DeliveryMethod.SHIPPING,
                        address(buyer),
                        LocalDate.parse("2026-04-01"),
                        PersonalText.of(buyer, "notes")),
                null,
                List.of());
    }

    /** A service, done somewhere else: no address, one specification of the same key, one preferred seller. */
    public static RequestDetails service(UserId buyer, UserId preferred) {
        return new RequestDetails(
                PersonalText.of(buyer, "newTitle"),
                PersonalText.of(buyer, "description"),
                ProductType.SERVICE,
                new Budget(Money.of("0", Currency.USDT), Money.of("90", Currency.USDT)),
                Urgency.LOW,
                1,
                List.of(new Specification("colour", PersonalText.of(buyer, "blue"))),
                new DeliveryPreferences(DeliveryMethod.DIGITAL, null, null, null),
                new ServiceInfo(PersonalText.of(buyer, "scope"), 8, true),
                List.of(preferred));
    }

    private static DeliveryAddress address(UserId buyer) {
        return new DeliveryAddress(
                PersonalText.of(buyer, "name"),
                PersonalText.of(buyer, "street"),
                null,
                PersonalText.of(buyer, "city"),
                null,
                PersonalText.of(buyer, "code"),
                "TR");
    }
}
