package io.amanat.query.marketplace;

import io.amanat.query.jpa.NamedEnum;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "purchase_request_delivery_info")
@SuppressWarnings("NullAway.Init")
class DeliveryRow extends Part {
    @JdbcType(NamedEnum.class)
    String method;

    @Nullable
    LocalDate neededBy;

    @Nullable
    String notes;

    @Nullable
    Instant shippedAt;

    @Nullable
    Instant handedOverAt;

    @Nullable
    Instant confirmedAt;

    @Nullable
    Instant codeIssuedAt;

    int codeAttempts;

    @Nullable
    Instant codeLockedAt;
}
