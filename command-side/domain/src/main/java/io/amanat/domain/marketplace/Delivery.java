package io.amanat.domain.marketplace;

import io.amanat.contract.marketplace.DeliveryAttempt;
import io.amanat.contract.marketplace.DeliveryAttempt.Outcome;
import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.contract.marketplace.DeliveryEvent;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryAttemptFailed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryCodeIssued;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryConfirmed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryHandedOver;
import io.amanat.contract.marketplace.DeliveryEvent.GoodsShipped;
import io.amanat.contract.marketplace.DeliveryEvent.WorkStarted;
import io.amanat.contract.marketplace.Shipment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The delivery under way and its code. A replacement starts a new one: no code, no wrong tries, five codes again; only the count of
 * all tries goes on.
 *
 * @param attempts of the whole request, right and wrong
 * @param wrongTries of this delivery
 */
record Delivery(
        @Nullable Shipment shipment,
        @Nullable DeliveryCodeHash code,
        int codesIssued,
        int attempts,
        int wrongTries,
        boolean confirmed) {
    static final int CODES_MAX = 5;
    static final int WRONG_TRIES_MAX = 5;
    static final Delivery NONE = new Delivery(null, null, 0, 0, 0, false);

    Delivery again() {
        return new Delivery(null, null, 0, attempts, 0, false);
    }

    boolean locked() {
        return wrongTries >= WRONG_TRIES_MAX;
    }

    /** Whether one more wrong try locks the code. */
    boolean lastTry() {
        return wrongTries + 1 >= WRONG_TRIES_MAX;
    }

    /** Compares in constant time. */
    boolean opensWith(DeliveryCodeHash candidate) {
        return code != null && MessageDigest.isEqual(bytes(code), bytes(candidate));
    }

    /** What the last try led to. */
    DeliveryAttempt lastAttempt() {
        Outcome outcome = confirmed ? Outcome.CONFIRMED : locked() ? Outcome.LOCKED : Outcome.WRONG_CODE;
        return new DeliveryAttempt(outcome, WRONG_TRIES_MAX - wrongTries);
    }

    Delivery after(DeliveryEvent event) {
        return switch (event) {
            case WorkStarted _, DeliveryHandedOver _ -> this;
            case GoodsShipped shipped ->
                new Delivery(shipped.shipment(), code, codesIssued, attempts, wrongTries, confirmed);
            case DeliveryCodeIssued issued ->
                new Delivery(shipment, issued.codeHash(), codesIssued + 1, attempts, wrongTries, confirmed);
            case DeliveryAttemptFailed failed ->
                new Delivery(shipment, code, codesIssued, failed.attempt(), wrongTries + 1, false);
            case DeliveryConfirmed done -> new Delivery(shipment, code, codesIssued, done.attempt(), wrongTries, true);
        };
    }

    private static byte[] bytes(DeliveryCodeHash hash) {
        return hash.value().getBytes(StandardCharsets.US_ASCII);
    }
}
