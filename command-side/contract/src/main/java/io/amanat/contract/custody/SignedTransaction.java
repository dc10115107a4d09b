package io.amanat.contract.custody;

import io.amanat.contract.money.EvmAddress;

/**
 * A signed transaction, fixed before it is broadcast.
 *
 * @param raw the signed bytes, {@code 0x} and hexadecimal digits
 */
public record SignedTransaction(long chainId, EvmAddress account, long nonce, String txHash, String raw) {}
