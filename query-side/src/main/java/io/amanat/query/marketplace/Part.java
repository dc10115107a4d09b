package io.amanat.query.marketplace;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** A row that a purchase request has at most one of. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
abstract class Part {
    @Id
    UUID purchaseRequestId;
}
