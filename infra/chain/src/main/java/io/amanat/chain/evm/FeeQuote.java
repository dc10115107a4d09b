package io.amanat.chain.evm;

import java.math.BigInteger;

/**
 * EIP-1559 fees per gas that a transaction sent now may offer.
 *
 * @param maxFeePerGasWei the most it may pay: twice the newest base fee, plus the tip
 * @param maxPriorityFeePerGasWei the tip
 */
public record FeeQuote(BigInteger maxFeePerGasWei, BigInteger maxPriorityFeePerGasWei) {}
