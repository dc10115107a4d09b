package io.amanat.query.identity;

import io.amanat.query.jpa.ReadRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "payout_addresses")
@SuppressWarnings("NullAway.Init")
class PayoutAddressRow extends ReadRow {
    UUID userId;
    String chainFamily;

    @Nullable
    String askedAccount;

    @Nullable
    Instant askedUntil;

    @Nullable
    String address;

    @Nullable
    Instant usableFrom;

    @Nullable
    String previousAddress;
}
