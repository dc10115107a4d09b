package io.amanat.contract.custody.screening;

import io.amanat.contract.WireEnum;

/** What the rules say about a transfer, the mildest first. */
public enum Verdict implements WireEnum {
    /** It may fund the escrow. */
    PASS,
    /** A guard looks at it first. */
    HOLD,
    /** It never funds the escrow, and is set aside for its payer. */
    REJECT
}
