package io.amanat.saga.port;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferInstruction;

/** Carries approved custody transfers to the chain: sign, store, broadcast, follow to finality. */
public interface CustodyGateway {
    /**
     * Takes the transfer over durably and returns; progress comes back as commands to the custody transfer. Taken over again with
     * the same {@code transferId} and {@code attempt} it changes nothing, so that a crash at any line sends nothing twice.
     */
    void submit(CustodyTransferId transferId, int attempt, TransferInstruction instruction);
}
