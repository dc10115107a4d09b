package io.amanat.contract.custody;

import io.amanat.contract.WireEnum;

/** What a custody transfer is for. */
public enum TransferKind implements WireEnum {
    RELEASE,
    REFUND,
    STRAY_RETURN
}
