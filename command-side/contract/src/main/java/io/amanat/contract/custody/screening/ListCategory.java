package io.amanat.contract.custody.screening;

import io.amanat.contract.WireEnum;

/** Why an address is on the list. */
public enum ListCategory implements WireEnum {
    /** By a public authority. */
    SANCTIONED,
    /** By ourselves. */
    BLOCKED
}
