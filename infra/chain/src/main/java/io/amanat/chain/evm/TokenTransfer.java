package io.amanat.chain.evm;

import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;

/**
 * One ERC-20 {@code Transfer} log of a mined block.
 *
 * <p>Its identity is (chain id, {@code transactionHash}, {@code logIndex}) as long as the block stands; after a reorg the same
 * transaction may come back with another block and another log index.
 *
 * @param token the contract that emitted it
 * @param amount in the token's smallest unit; may be zero
 * @param logIndex its position in the block (not in the transaction)
 */
public record TokenTransfer(
        EvmAddress token,
        EvmAddress from,
        EvmAddress to,
        BigInteger amount,
        long blockNumber,
        String blockHash,
        String transactionHash,
        long logIndex) {}
