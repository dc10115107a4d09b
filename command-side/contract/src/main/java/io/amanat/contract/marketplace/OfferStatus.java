package io.amanat.contract.marketplace;

import io.amanat.contract.WireEnum;

/** The reference's {@code offer_status}. {@code ACTIVE} is an offer under negotiation. */
public enum OfferStatus implements WireEnum {
    PENDING,
    ACCEPTED,
    REJECTED,
    WITHDRAWN,
    ACTIVE
}
