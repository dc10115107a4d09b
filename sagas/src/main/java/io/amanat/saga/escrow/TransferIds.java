package io.amanat.saga.escrow;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.PaymentId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of custody transfers, made from what they are for: a step that is run again names the same transfer. */
final class TransferIds {
    private TransferIds() {}

    static CustodyTransferId of(TransferKind kind, PaymentId paymentId) {
        return named(kind.wire() + "|" + paymentId);
    }

    /** Of a transfer that a ruling causes; a trade may see several disputes. */
    static CustodyTransferId of(TransferKind kind, PaymentId paymentId, DisputeId disputeId) {
        return named(kind.wire() + "|" + paymentId + "|" + disputeId);
    }

    private static CustodyTransferId named(String name) {
        return new CustodyTransferId(
                UUID.nameUUIDFromBytes(("custody-transfer|" + name).getBytes(StandardCharsets.UTF_8)));
    }
}
