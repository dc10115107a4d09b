package io.amanat.domain.marketplace;

import static io.amanat.domain.marketplace.Trade.*;

import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.ProductType;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestDetails.Budget;
import io.amanat.contract.marketplace.RequestDetails.DeliveryPreferences;
import io.amanat.contract.marketplace.RequestDetails.ServiceInfo;
import io.amanat.contract.marketplace.RequestDetails.Specification;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.contract.marketplace.Urgency;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetailsRulesTest {
    private static final Budget BUDGET = new Budget(usdt("1"), usdt("5"));
    private static final DeliveryPreferences PICKUP = new DeliveryPreferences(DeliveryMethod.PICKUP, null, null, null);

    @Test
    void givenBudgetWithoutPositiveMaximumOrUpsideDownOrMixed_whenCreated_thenRefused() {
        for (Budget budget : List.of(
                new Budget(usdt("0"), usdt("0")),
                new Budget(usdt("5.01"), usdt("5")),
                new Budget(Money.of("1", Currency.USDC), usdt("5")))) {
            refused(withBudget(budget), MarketplaceRule.A_BUDGET_IS_A_RANGE);
        }
        taken(withBudget(new Budget(usdt("5"), usdt("5"))));
    }

    @Test
    void givenQuantityBelowOne_whenCreated_thenRefused() {
        refused(
                of(ProductType.PHYSICAL_PRODUCT, BUDGET, 0, 0, PICKUP, null, List.of()),
                MarketplaceRule.A_QUANTITY_IS_POSITIVE);
        refused(
                of(ProductType.PHYSICAL_PRODUCT, BUDGET, -1, 0, PICKUP, null, List.of()),
                MarketplaceRule.A_QUANTITY_IS_POSITIVE);
    }

    @Test
    void givenTooManyOrEqualOrOddSpecificationKeys_whenCreated_thenRefused() {
        taken(of(ProductType.PHYSICAL_PRODUCT, BUDGET, 1, 50, PICKUP, null, List.of()));
        refused(
                of(ProductType.PHYSICAL_PRODUCT, BUDGET, 1, 51, PICKUP, null, List.of()),
                MarketplaceRule.A_SPECIFICATION_KEY_IS_UNIQUE);
        refused(withKeys("size", "size"), MarketplaceRule.A_SPECIFICATION_KEY_IS_UNIQUE);
        refused(withKeys("Größe"), MarketplaceRule.A_SPECIFICATION_KEY_IS_UNIQUE);
    }

    @Test
    void givenServiceInformation_whenItDoesNotGoWithTheProduct_thenRefused() {
        ServiceInfo info = new ServiceInfo(text(BUYER, "scope"), 2, true);
        taken(of(ProductType.SERVICE, BUDGET, 1, 0, PICKUP, info, List.of()));
        refused(
                of(ProductType.SERVICE, BUDGET, 1, 0, PICKUP, null, List.of()),
                MarketplaceRule.A_SERVICE_DESCRIBES_ITSELF);
        refused(
                of(ProductType.DIGITAL_PRODUCT, BUDGET, 1, 0, PICKUP, info, List.of()),
                MarketplaceRule.A_SERVICE_DESCRIBES_ITSELF);
    }

    @Test
    void givenAddress_whenItDoesNotGoWithTheMethod_thenRefused() {
        for (DeliveryMethod method : DeliveryMethod.values()) {
            boolean needed = method == DeliveryMethod.SHIPPING || method == DeliveryMethod.ON_SITE;
            RequestDetails with = withDelivery(new DeliveryPreferences(method, address(), null, null));
            RequestDetails without = withDelivery(new DeliveryPreferences(method, null, null, null));
            taken(needed ? with : without);
            refused(needed ? without : with, MarketplaceRule.DELIVERY_NEEDS_AN_ADDRESS);
        }
    }

    @Test
    void givenTooManyOrRepeatedPreferredSellersOrTheBuyer_whenCreated_thenRefused() {
        taken(preferring(sellers(50)));
        refused(preferring(sellers(51)), MarketplaceRule.PREFERRED_SELLERS_STAY_WITHIN_LIMITS);
        refused(preferring(List.of(SELLER, SELLER)), MarketplaceRule.PREFERRED_SELLERS_STAY_WITHIN_LIMITS);
        refused(preferring(List.of(BUYER)), MarketplaceRule.PREFERRED_SELLERS_STAY_WITHIN_LIMITS);
    }

    private static void taken(RequestDetails details) {
        given(List.of()).then(create(details), new PurchaseRequestCreated(REQUEST, BUYER, details));
    }

    private static void refused(RequestDetails details, MarketplaceRule rule) {
        given(List.of()).refuses(create(details), rule);
    }

    private static List<UserId> sellers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new UserId(new UUID(9, i)))
                .toList();
    }

    private static RequestDetails withBudget(Budget budget) {
        return of(ProductType.PHYSICAL_PRODUCT, budget, 1, 0, PICKUP, null, List.of());
    }

    private static RequestDetails withDelivery(DeliveryPreferences delivery) {
        return of(ProductType.PHYSICAL_PRODUCT, BUDGET, 1, 0, delivery, null, List.of());
    }

    static RequestDetails preferring(List<UserId> sellers) {
        return of(ProductType.PHYSICAL_PRODUCT, BUDGET, 1, 0, PICKUP, null, sellers);
    }

    private static RequestDetails of(
            ProductType type,
            Budget budget,
            int quantity,
            int specifications,
            DeliveryPreferences delivery,
            @Nullable ServiceInfo info,
            List<UserId> sellers) {
        String[] keys =
                IntStream.range(0, specifications).mapToObj(i -> "key-" + i).toArray(String[]::new);
        RequestDetails d = withKeys(keys);
        return new RequestDetails(
                d.title(),
                d.description(),
                type,
                budget,
                d.urgency(),
                quantity,
                d.specifications(),
                delivery,
                info,
                sellers);
    }

    private static RequestDetails withKeys(String... keys) {
        return new RequestDetails(
                text(BUYER, "title"),
                text(BUYER, "description"),
                ProductType.PHYSICAL_PRODUCT,
                BUDGET,
                Urgency.LOW,
                1,
                List.of(keys).stream()
                        .map(key -> new Specification(key, text(BUYER, "value")))
                        .toList(),
                PICKUP,
                null,
                List.of());
    }
}
