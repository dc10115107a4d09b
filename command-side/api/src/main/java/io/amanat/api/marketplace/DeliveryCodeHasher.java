package io.amanat.api.marketplace;

import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.contract.marketplace.PurchaseRequestId;

/** HMAC-SHA256 of request id and code under a secret of the server: six digits alone could be guessed from any plain hash. */
public interface DeliveryCodeHasher {
    /** The hash of six digits. */
    DeliveryCodeHash hash(PurchaseRequestId requestId, String code);
}
