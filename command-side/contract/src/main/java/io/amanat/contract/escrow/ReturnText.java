package io.amanat.contract.escrow;

import io.amanat.contract.money.EvmAddress;

/** What the sender of a transfer signs (EIP-191 {@code personal_sign}) to say where the money goes back to. */
public final class ReturnText {
    private ReturnText() {}

    /** Four lines, without one at the end; addresses and hashes in lower case. It can be used for this one return only. */
    public static String of(PaymentId paymentId, TransferKey key, EvmAddress to) {
        return """
            Amanat: send my money back.
            Payment: %s
            Transfer: %s, log %d, chain %d
            To: %s\
            """.formatted(paymentId, key.txHash(), key.logIndex(), key.chainId(), to.value());
    }
}
