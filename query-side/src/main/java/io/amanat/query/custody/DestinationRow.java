package io.amanat.query.custody;

import io.amanat.query.jpa.NamedEnum;
import io.amanat.query.jpa.ReadRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "derived_destinations")
@SuppressWarnings("NullAway.Init")
class DestinationRow extends ReadRow {
    UUID paymentId;

    @Nullable
    UUID purchaseRequestId;

    long chainId;
    String address;
    String accountFingerprint;
    String derivationPath;

    @JdbcType(NamedEnum.class)
    String status;

    @Nullable
    UUID quarantinedBy;

    @Nullable
    String quarantineReason;
}
