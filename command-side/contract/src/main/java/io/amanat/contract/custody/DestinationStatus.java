package io.amanat.contract.custody;

import io.amanat.contract.WireEnum;

/** The reference's {@code derived_destination_status}. */
public enum DestinationStatus implements WireEnum {
    ACTIVE,
    SWEPT,
    SWEEPING,
    QUARANTINED
}
