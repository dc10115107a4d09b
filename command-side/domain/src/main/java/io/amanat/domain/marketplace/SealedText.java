package io.amanat.domain.marketplace;

import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.marketplace.OfferTerms;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestDetails.DeliveryAddress;
import io.amanat.contract.marketplace.RequestDetails.DeliveryPreferences;
import io.amanat.contract.marketplace.RequestDetails.ServiceInfo;
import io.amanat.contract.marketplace.RequestDetails.Specification;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares contents that hold sealed text. Sealing the same words twice gives two tokens, so a command that is built again for a
 * retry differs in them: for sealed text only its presence and its person count, for everything else equality.
 */
final class SealedText {
    private static final String SAME = "same";

    private SealedText() {}

    static boolean alike(RequestDetails one, RequestDetails other) {
        return masked(one).equals(masked(other));
    }

    static boolean alike(OfferTerms one, OfferTerms other) {
        return masked(one).equals(masked(other));
    }

    private static OfferTerms masked(OfferTerms terms) {
        return new OfferTerms(
                terms.price(),
                terms.deliveryDays(),
                maskedOrNone(terms.message()),
                terms.payoutAddress(),
                terms.validUntil());
    }

    private static RequestDetails masked(RequestDetails details) {
        return new RequestDetails(
                masked(details.title()),
                masked(details.description()),
                details.productType(),
                details.budget(),
                details.urgency(),
                details.quantity(),
                details.specifications().stream()
                        .map(each -> new Specification(each.key(), masked(each.value())))
                        .toList(),
                masked(details.delivery()),
                masked(details.serviceInfo()),
                details.preferredSellers());
    }

    private static DeliveryPreferences masked(DeliveryPreferences delivery) {
        return new DeliveryPreferences(
                delivery.method(), masked(delivery.address()), delivery.neededBy(), maskedOrNone(delivery.notes()));
    }

    private static @Nullable DeliveryAddress masked(@Nullable DeliveryAddress address) {
        return address == null
                ? null
                : new DeliveryAddress(
                        masked(address.recipient()),
                        masked(address.line1()),
                        maskedOrNone(address.line2()),
                        masked(address.city()),
                        maskedOrNone(address.region()),
                        maskedOrNone(address.postalCode()),
                        address.countryCode());
    }

    private static @Nullable ServiceInfo masked(@Nullable ServiceInfo info) {
        return info == null ? null : new ServiceInfo(masked(info.scope()), info.durationHours(), info.remote());
    }

    private static PersonalText masked(PersonalText text) {
        return PersonalText.of(text.subject(), SAME);
    }

    private static @Nullable PersonalText maskedOrNone(@Nullable PersonalText text) {
        return text == null ? null : masked(Objects.requireNonNull(text));
    }
}
