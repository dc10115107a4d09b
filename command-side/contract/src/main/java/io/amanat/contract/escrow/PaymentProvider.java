package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/** The reference's {@code payment_provider}. */
public enum PaymentProvider implements WireEnum {
    REQUEST_NETWORK("request.network"),
    AMN_SCANNER("amn.scanner"),
    SHKEEPER("shkeeper"),
    OTHER("other");

    private final String wire;

    PaymentProvider(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
