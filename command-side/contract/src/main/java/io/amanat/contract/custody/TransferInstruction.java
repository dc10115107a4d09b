package io.amanat.contract.custody;

import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;

/** What is to be paid out, to whom and for which trade; its parties may not approve it. */
public record TransferInstruction(
        PaymentId paymentId,
        PurchaseRequestId requestId,
        UserId buyerId,
        UserId sellerId,
        TransferKind kind,
        UserId beneficiary,
        EvmAddress to,
        AssetAmount amount) {
    /** The same, to another address. */
    public TransferInstruction to(EvmAddress another) {
        return new TransferInstruction(paymentId, requestId, buyerId, sellerId, kind, beneficiary, another, amount);
    }
}
