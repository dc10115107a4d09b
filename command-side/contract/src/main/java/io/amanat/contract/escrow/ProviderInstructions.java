package io.amanat.contract.escrow;

import io.amanat.contract.money.EvmAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a buyer must know to pay through a provider, besides the payment's own address. */
public interface ProviderInstructions {
    /** Empty when the payment is a plain transfer to its address, or is not made on the chain at all. */
    Optional<ThroughContract> of(PaymentProvider provider, PaymentId paymentId, long chainId, EvmAddress destination);

    /**
     * The payer lets this contract move the tokens, which names the payment while it does.
     *
     * @param paymentReference 16 hexadecimal digits
     * @param feeAddress where a fee may go, paid beside the price; absent when no fee is expected
     */
    record ThroughContract(
            EvmAddress contract,
            String paymentReference,
            @Nullable EvmAddress feeAddress) {}
}
