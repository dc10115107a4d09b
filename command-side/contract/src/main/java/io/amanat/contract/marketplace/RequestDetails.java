package io.amanat.contract.marketplace;

import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer asks for.
 *
 * @param quantity at least 1
 * @param serviceInfo present exactly when a service is asked for
 * @param preferredSellers when not empty, only these may offer
 */
public record RequestDetails(
        PersonalText title,
        PersonalText description,
        ProductType productType,
        Budget budget,
        Urgency urgency,
        int quantity,
        List<Specification> specifications,
        DeliveryPreferences delivery,
        @Nullable ServiceInfo serviceInfo,
        List<UserId> preferredSellers) {
    public RequestDetails {
        specifications = List.copyOf(specifications);
        preferredSellers = List.copyOf(preferredSellers);
    }

    /** Both bounds in one currency; {@code min} may be zero. */
    public record Budget(Money min, Money max) {}

    /** One property of the thing asked for. {@code key} is a slug ({@code [a-z0-9_-]{1,64}}), unique within the request. */
    public record Specification(String key, PersonalText value) {}

    /** The {@code address} is present exactly when the method is shipping or on site. */
    public record DeliveryPreferences(
            DeliveryMethod method,
            @Nullable DeliveryAddress address,
            @Nullable LocalDate neededBy,
            @Nullable PersonalText notes) {}

    /** Where goods or people go; {@code countryCode} is ISO 3166-1 alpha-2. */
    public record DeliveryAddress(
            PersonalText recipient,
            PersonalText line1,
            @Nullable PersonalText line2,
            PersonalText city,
            @Nullable PersonalText region,
            @Nullable PersonalText postalCode,
            String countryCode) {}

    public record ServiceInfo(PersonalText scope, @Nullable Integer durationHours, boolean remote) {}
}
