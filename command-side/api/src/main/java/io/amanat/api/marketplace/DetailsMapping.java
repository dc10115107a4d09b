package io.amanat.api.marketplace;

import io.amanat.api.web.Sealer;
import io.amanat.contract.WireEnum;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.ProductType;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestDetails.DeliveryAddress;
import io.amanat.contract.marketplace.RequestDetails.DeliveryPreferences;
import io.amanat.contract.marketplace.RequestDetails.ServiceInfo;
import io.amanat.contract.marketplace.RequestDetails.Specification;
import io.amanat.contract.marketplace.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From what the buyer wrote to what is recorded, sealed with the buyer's key. */
@Component
final class DetailsMapping {
    private final Sealer sealer;

    DetailsMapping(Sealer sealer) {
        this.sealer = sealer;
    }

    RequestDetails details(UserId buyer, DetailsBody body) {
        return new RequestDetails(
                sealer.seal(buyer, body.title()),
                sealer.seal(buyer, body.description()),
                WireEnum.parse(ProductType.class, body.productType()),
                body.budget().toBudget(),
                WireEnum.parse(Urgency.class, body.urgency()),
                body.quantity(),
                body.specifications().stream()
                        .map(entry -> new Specification(entry.key(), sealer.seal(buyer, entry.value())))
                        .toList(),
                delivery(buyer, body.delivery()),
                service(buyer, body.serviceInfo()),
                body.preferredSellers().stream().map(UserId::new).distinct().toList());
    }

    private DeliveryPreferences delivery(UserId buyer, DeliveryBody body) {
        return new DeliveryPreferences(
                WireEnum.parse(DeliveryMethod.class, body.method()),
                address(buyer, body.address()),
                body.neededBy(),
                sealer.sealOptional(buyer, body.notes()));
    }

    private @Nullable DeliveryAddress address(UserId buyer, @Nullable AddressBody body) {
        if (body == null) {
            return null;
        }
        return new DeliveryAddress(
                sealer.seal(buyer, body.recipient()),
                sealer.seal(buyer, body.line1()),
                sealer.sealOptional(buyer, body.line2()),
                sealer.seal(buyer, body.city()),
                sealer.sealOptional(buyer, body.region()),
                sealer.sealOptional(buyer, body.postalCode()),
                body.countryCode());
    }

    private @Nullable ServiceInfo service(UserId buyer, @Nullable ServiceInfoBody body) {
        return body == null
                ? null
                : new ServiceInfo(sealer.seal(buyer, body.scope()), body.durationHours(), body.remote());
    }
}
