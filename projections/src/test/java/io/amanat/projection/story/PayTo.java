package io.amanat.projection.story;

import io.amanat.contract.identity.ChainFamily;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressConfirmed;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressRegistered;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressWithdrawn;
import io.amanat.contract.identity.PayoutAddressId;
import io.amanat.contract.identity.PayoutChallenge;
import io.amanat.contract.money.EvmAddress;
import java.time.Duration;

/** The seller says where to be paid, and changes it. */
public final class PayTo {
    private static final EvmAddress FIRST = Story.address(0xB1);
    private static final EvmAddress NEXT = Story.address(0xB2);

    private PayTo() {}

    public static PayoutAddressRegistered registered(Story story) {
        PayoutChallenge challenge = new PayoutChallenge(
                "amanat.example",
                story.seller,
                "0x" + FIRST.value().substring(2).toUpperCase(java.util.Locale.ROOT),
                "n1",
                Log.START,
                Log.START.plus(Duration.ofMinutes(15)));
        return new PayoutAddressRegistered(id(story), story.seller, ChainFamily.EVM, FIRST, challenge);
    }

    public static PayoutAddressConfirmed confirmed(Story story) {
        return new PayoutAddressConfirmed(id(story), story.seller, FIRST, Log.START, null);
    }

    public static PayoutAddressConfirmed changed(Story story) {
        return new PayoutAddressConfirmed(id(story), story.seller, NEXT, Log.START.plus(Duration.ofHours(24)), FIRST);
    }

    public static PayoutAddressWithdrawn withdrawn(Story story) {
        return new PayoutAddressWithdrawn(id(story), story.seller, NEXT, FIRST);
    }

    private static PayoutAddressId id(Story story) {
        return PayoutAddressId.of(story.seller, ChainFamily.EVM);
    }
}
