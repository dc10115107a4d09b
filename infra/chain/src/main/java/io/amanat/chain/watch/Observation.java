package io.amanat.chain.watch;

import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.time.Instant;

/** A transfer log in one block, and whose destination it goes to. The same log in another block is another observation. */
record Observation(
        TransferKey key,
        long blockNumber,
        String blockHash,
        Instant blockTime,
        EvmAddress token,
        EvmAddress from,
        EvmAddress to,
        BigInteger amount,
        State state,
        boolean retractionDue,
        PaymentId paymentId,
        PurchaseRequestId requestId) {

    enum State {
        SEEN,
        REPORTED,
        CONFIRMED,
        ORPHANED,
        IGNORED
    }
}
