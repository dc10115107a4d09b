package io.amanat.contract.escrow;

import java.util.Set;

/** The payment providers that this platform is set up for; a buyer chooses one of them. */
public interface OfferedProviders {
    /** {@link PaymentProvider#AMN_SCANNER} is always among them. */
    Set<PaymentProvider> all();
}
