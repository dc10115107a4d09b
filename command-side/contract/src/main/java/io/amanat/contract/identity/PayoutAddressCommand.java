package io.amanat.contract.identity;

import io.amanat.contract.Command;
import io.amanat.contract.Event;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressRegistered;
import io.amanat.contract.money.EvmAddress;
import org.jspecify.annotations.Nullable;

/** What can be told about where a person is paid. Only the person tells it. */
public sealed interface PayoutAddressCommand extends Command {
    PayoutAddressId addressId();

    @Override
    default PayoutAddressId target() {
        return addressId();
    }

    /** Asks for a proof; the challenge replaces an earlier one that was not answered. Answers the {@link PayoutChallenge} that counts. */
    record RegisterPayoutAddress(
            PayoutAddressId addressId, UserId userId, ChainFamily family, EvmAddress address, PayoutChallenge challenge)
            implements PayoutAddressCommand {
        @Override
        public @Nullable Object answer(Event first) {
            return first instanceof PayoutAddressRegistered registered ? registered.challenge() : null;
        }
    }

    /** {@code signature}: of the challenge's text, 65 bytes (r, s, v) as {@code 0x} and hexadecimal digits. */
    record ConfirmPayoutAddress(PayoutAddressId addressId, EvmAddress address, String signature)
            implements PayoutAddressCommand {}

    /** Calls off a change that is not used yet. */
    record WithdrawPayoutAddress(PayoutAddressId addressId) implements PayoutAddressCommand {}

    /** Succeeds when the person is paid to {@code address} now; records nothing. */
    record UsePayoutAddress(PayoutAddressId addressId, EvmAddress address) implements PayoutAddressCommand {}
}
