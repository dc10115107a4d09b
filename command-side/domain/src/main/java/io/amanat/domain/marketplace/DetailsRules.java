package io.amanat.domain.marketplace;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.ProductType;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestDetails.Budget;
import io.amanat.contract.marketplace.RequestDetails.DeliveryPreferences;
import io.amanat.contract.marketplace.RequestDetails.Specification;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What every request's details obey, whoever writes them and whenever. */
final class DetailsRules {
    static final int SPECIFICATIONS_MAX = 50;
    static final int PREFERRED_SELLERS_MAX = 50;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9_-]{1,64}");

    private DetailsRules() {}

    static void check(UserId buyer, RequestDetails details) {
        budget(details.budget());
        unless(details.quantity() >= 1, MarketplaceRule.A_QUANTITY_IS_POSITIVE);
        specifications(details.specifications());
        unless(
                (details.productType() == ProductType.SERVICE) == (details.serviceInfo() != null),
                MarketplaceRule.A_SERVICE_DESCRIBES_ITSELF);
        address(details.delivery());
        preferredSellers(buyer, details.preferredSellers());
    }

    private static void budget(Budget budget) {
        unless(
                budget.max().positive()
                        && budget.min().currency() == budget.max().currency()
                        && budget.min().units().compareTo(budget.max().units()) <= 0,
                MarketplaceRule.A_BUDGET_IS_A_RANGE);
    }

    private static void specifications(List<Specification> specifications) {
        List<String> keys = specifications.stream().map(Specification::key).toList();
        unless(
                keys.size() <= SPECIFICATIONS_MAX && new HashSet<>(keys).size() == keys.size(),
                MarketplaceRule.A_SPECIFICATION_KEY_IS_UNIQUE);
        unless(
                keys.stream().allMatch(key -> SLUG.matcher(key).matches()),
                MarketplaceRule.A_SPECIFICATION_KEY_IS_UNIQUE,
                "A specification's key is 1 to 64 of a-z, 0-9, _ and -.");
    }

    private static void address(DeliveryPreferences delivery) {
        boolean needed = delivery.method() == DeliveryMethod.SHIPPING || delivery.method() == DeliveryMethod.ON_SITE;
        unless(needed == (delivery.address() != null), MarketplaceRule.DELIVERY_NEEDS_AN_ADDRESS);
    }

    private static void preferredSellers(UserId buyer, List<UserId> sellers) {
        unless(
                sellers.size() <= PREFERRED_SELLERS_MAX
                        && new HashSet<>(sellers).size() == sellers.size()
                        && !sellers.contains(buyer),
                MarketplaceRule.PREFERRED_SELLERS_STAY_WITHIN_LIMITS);
    }
}
