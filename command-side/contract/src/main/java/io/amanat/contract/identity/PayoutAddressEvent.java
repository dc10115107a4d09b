package io.amanat.contract.identity;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.money.EvmAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to where a person is paid. */
public sealed interface PayoutAddressEvent extends Event {
    PayoutAddressId addressId();

    @Override
    default PayoutAddressId subject() {
        return addressId();
    }

    /** Asked for, not proven: nothing is paid there yet. */
    @EventType("payout-address.registered.v1")
    record PayoutAddressRegistered(
            PayoutAddressId addressId, UserId userId, ChainFamily family, EvmAddress address, PayoutChallenge challenge)
            implements PayoutAddressEvent {}

    /**
     * Its owner has signed for it.
     *
     * @param usableFrom from when on it is used
     * @param meanwhile used until then; absent when there was none, or when it is this one again
     */
    @EventType("payout-address.confirmed.v1")
    record PayoutAddressConfirmed(
            PayoutAddressId addressId,
            UserId userId,
            EvmAddress address,
            Instant usableFrom,
            @Nullable EvmAddress meanwhile)
            implements PayoutAddressEvent {}

    /** {@code address} was confirmed and is not used; {@code remaining} goes on. */
    @EventType("payout-address.withdrawn.v1")
    record PayoutAddressWithdrawn(PayoutAddressId addressId, UserId userId, EvmAddress address, EvmAddress remaining)
            implements PayoutAddressEvent {}
}
