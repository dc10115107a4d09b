package io.amanat.query.provider;

import io.amanat.contract.WireEnum;

/** What the chain said when it was asked because of a webhook; the words of {@code provider_deliveries.outcome}. */
enum DeliveryOutcome implements WireEnum {
    ON_CHAIN,
    NOT_ON_CHAIN,
    CONTRADICTS_CHAIN,
    CHAIN_SILENT,
    UNKNOWN_PAYMENT,
    NOTHING_TO_CHECK,
    UNREADABLE,
    /** Not said yet; the column is empty. */
    WAITING
}
