package io.amanat.query.marketplace;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "purchase_request_service_info")
@SuppressWarnings("NullAway.Init")
class ServiceRow extends Part {
    String scope;

    @Nullable
    Integer durationHours;

    boolean remote;
}
