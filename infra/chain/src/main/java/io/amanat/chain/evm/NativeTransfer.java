package io.amanat.chain.evm;

import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;

/**
 * The chain's own coin in a transaction's value. What a contract passes on in a call of its own leaves no such trace.
 *
 * @param wei more than zero
 * @param index of the transaction in its block
 */
public record NativeTransfer(
        EvmAddress from, EvmAddress to, BigInteger wei, long blockNumber, String transactionHash, long index) {}
