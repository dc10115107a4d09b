package io.amanat.chain.custody;

import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.money.EvmAddress;

/**
 * Signs for one account. A key in memory, an HSM or a signing service may stand behind it.
 *
 * <p>It signs whatever it is given: who may pay whom is decided before. Two requests with the same nonce give two transactions of
 * which only one can be mined, so record what was signed before sending it.
 */
public interface Signer {

    /** The account. */
    EvmAddress address();

    /**
     * Signs; sends nothing.
     *
     * @throws SigningFailed if no signature could be had; nothing was sent, so asking again is safe
     */
    SignedTransaction sign(TransactionRequest request);
}
