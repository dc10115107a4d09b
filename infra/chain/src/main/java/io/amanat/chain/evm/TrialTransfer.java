package io.amanat.chain.evm;

import java.math.BigInteger;

/**
 * What a token transfer would do if it were mined now. One that would be reverted is none: it is a {@link NodeRefused}.
 *
 * @param saysNo the token would return false
 * @param received by how much the recipient's balance would grow, in the smallest unit; less than instructed if the token keeps a part
 */
public record TrialTransfer(boolean saysNo, BigInteger received) {}
