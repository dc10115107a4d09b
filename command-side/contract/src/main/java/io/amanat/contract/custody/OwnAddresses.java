package io.amanat.contract.custody;

import io.amanat.contract.money.EvmAddress;

/** Knows the addresses that money must never be paid out to, because they are the platform's own or a token's contract. */
@FunctionalInterface
public interface OwnAddresses {
    /**
     * True for the hot account, every account that ever paid, every deposit address that was ever handed out, and every token that is
     * taken. Asks the database, so the answer for an address that is handed out at this moment may be either.
     */
    boolean ours(EvmAddress address);
}
