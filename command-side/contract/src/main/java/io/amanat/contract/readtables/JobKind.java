package io.amanat.contract.readtables;

import io.amanat.contract.WireEnum;

/** What a job on the read tables is for. */
public enum JobKind implements WireEnum {
    /** Fills fresh tables beside the live ones and puts them in their place. */
    REBUILD,
    /** Fills fresh tables up to where the live ones are and compares both, row by row. */
    AUDIT_REPLAY,
    /** Fills fresh tables up to some point of the past, for reading. */
    TIME_TRAVEL
}
