package io.amanat.query.provider;

import io.amanat.contract.WireEnum;

/** What a provider's contract said about a transfer; the words of {@code provider_payins.finding}. */
enum PayInFinding implements WireEnum {
    REFERENCED,
    OTHER_REFERENCE,
    OTHER_FEE_ADDRESS,
    UNREFERENCED
}
