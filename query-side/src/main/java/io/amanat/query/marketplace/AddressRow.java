package io.amanat.query.marketplace;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "purchase_request_delivery_address")
@SuppressWarnings("NullAway.Init")
class AddressRow extends Part {
    String recipient;
    String line1;

    @Nullable
    String line2;

    String city;

    @Nullable
    String region;

    @Nullable
    String postalCode;

    String countryCode;
}
