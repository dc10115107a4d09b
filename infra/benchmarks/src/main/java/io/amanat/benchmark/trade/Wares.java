package io.amanat.benchmark.trade;

import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.OfferTerms;
import io.amanat.contract.marketplace.ProductType;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestDetails.Budget;
import io.amanat.contract.marketplace.RequestDetails.DeliveryAddress;
import io.amanat.contract.marketplace.RequestDetails.DeliveryPreferences;
import io.amanat.contract.marketplace.RequestDetails.Specification;
import io.amanat.contract.marketplace.Urgency;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import java.time.LocalDate;
import java.util.List;

/** What is asked for and offered, and what it is paid with. Sealed texts are as long as real ones and open for nobody. */
final class Wares {

    static final long CHAIN = 31_337;
    static final Asset USDT = new Asset(CHAIN, address(0xA3), Currency.USDT, 6);
    static final EvmAddress REFUND_TO = address(0xA1);
    static final EvmAddress PAY_TO = address(0xA2);

    /** Nonce, key id and tag around the text itself. */
    private static final int SEAL_BYTES = 33;

    private Wares() {}

    static EvmAddress address(long number) {
        return new EvmAddress("0x%040x".formatted(number));
    }

    static Money usdt(String amount) {
        return Money.of(amount, Currency.USDT);
    }

    /** As long as {@code plainBytes} of text are when sealed. */
    static PersonalText sealed(UserId person, int plainBytes) {
        int base64Digits = ((plainBytes + SEAL_BYTES) * 4 + 2) / 3;
        return PersonalText.of(person, "s".repeat(base64Digits));
    }

    /** A thing that somebody can download: the shortest honest request. */
    static RequestDetails download(UserId buyer) {
        return new RequestDetails(
                sealed(buyer, 24),
                sealed(buyer, 60),
                ProductType.DIGITAL_PRODUCT,
                budget(),
                Urgency.MEDIUM,
                1,
                List.of(),
                new DeliveryPreferences(DeliveryMethod.DIGITAL, null, null, null),
                null,
                List.of());
    }

    /** A thing with two specifications that goes to an address. */
    static RequestDetails parcel(UserId buyer) {
        return new RequestDetails(
                sealed(buyer, 24),
                sealed(buyer, 120),
                ProductType.PHYSICAL_PRODUCT,
                budget(),
                Urgency.HIGH,
                2,
                List.of(new Specification("colour", sealed(buyer, 6)), new Specification("size", sealed(buyer, 8))),
                new DeliveryPreferences(
                        DeliveryMethod.SHIPPING, home(buyer), LocalDate.parse("2030-04-01"), sealed(buyer, 30)),
                null,
                List.of());
    }

    static OfferTerms terms(UserId seller, String price) {
        return new OfferTerms(usdt(price), 3, sealed(seller, 60), PAY_TO, null);
    }

    private static Budget budget() {
        return new Budget(usdt("100"), usdt("500.25"));
    }

    private static DeliveryAddress home(UserId buyer) {
        return new DeliveryAddress(
                sealed(buyer, 16), sealed(buyer, 20), null, sealed(buyer, 10), null, sealed(buyer, 6), "TR");
    }
}
