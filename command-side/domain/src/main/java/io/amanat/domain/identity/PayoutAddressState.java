package io.amanat.domain.identity;

import io.amanat.contract.identity.PayoutAddressEvent;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressConfirmed;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressRegistered;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressWithdrawn;
import io.amanat.contract.identity.PayoutChallenge;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.EvmAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is paid, as of some event.
 *
 * @param asked of the challenge
 * @param challenge not answered yet
 * @param current used until {@code nextFrom}
 * @param next used from {@code nextFrom} on
 */
record PayoutAddressState(
        UserId userId,
        @Nullable EvmAddress asked,
        @Nullable PayoutChallenge challenge,
        @Nullable EvmAddress current,
        @Nullable EvmAddress next,
        @Nullable Instant nextFrom) {

    static PayoutAddressState registered(PayoutAddressRegistered event) {
        return new PayoutAddressState(event.userId(), event.address(), event.challenge(), null, null, null);
    }

    PayoutAddressState after(PayoutAddressEvent event) {
        return switch (event) {
            case PayoutAddressRegistered e ->
                new PayoutAddressState(userId, e.address(), e.challenge(), current, next, nextFrom);
            case PayoutAddressConfirmed e ->
                e.meanwhile() == null
                        ? new PayoutAddressState(userId, null, null, e.address(), null, null)
                        : new PayoutAddressState(userId, null, null, e.meanwhile(), e.address(), e.usableFrom());
            case PayoutAddressWithdrawn e ->
                new PayoutAddressState(userId, asked, challenge, e.remaining(), null, null);
        };
    }

    /** Where the person is paid; absent before the first confirmation. */
    @Nullable
    EvmAddress usable(Instant now) {
        return next != null && !coolingOff(now) ? next : current;
    }

    /** Whether there is a confirmed address that is not used yet. */
    boolean coolingOff(Instant now) {
        return nextFrom != null && now.isBefore(nextFrom);
    }
}
