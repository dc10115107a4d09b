package io.amanat.query.marketplace;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "purchase_request_specifications")
@SuppressWarnings("NullAway.Init")
class SpecificationRow {
    @Id
    UUID id;

    UUID purchaseRequestId;
    String key;
    String value;
    int ordinal;
}
