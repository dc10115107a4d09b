package io.amanat.contract.money;

import io.amanat.contract.WireEnum;

/** The currencies in which an offer may be priced; the reference's {@code offer_currency}. */
public enum Currency implements WireEnum {
    USD(2, false),
    EUR(2, false),
    IRR(2, false),
    USDT(6, true),
    USDC(6, true),
    TRY(2, false);

    private final int decimals;
    private final boolean stablecoin;

    Currency(int decimals, boolean stablecoin) {
        this.decimals = decimals;
        this.stablecoin = stablecoin;
    }

    /** Decimal places of the smallest unit in which a price is stated. A token on a chain may have more: see {@link Asset}. */
    public int decimals() {
        return decimals;
    }

    /** Whether it can be paid on a chain without a quote. */
    public boolean stablecoin() {
        return stablecoin;
    }

    @Override
    public String wire() {
        return name();
    }
}
