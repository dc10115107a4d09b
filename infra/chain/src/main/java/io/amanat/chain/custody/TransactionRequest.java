package io.amanat.chain.custody;

import io.amanat.chain.evm.Erc20;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * An EIP-1559 transaction to be signed.
 *
 * @param to the contract or account; null makes a new contract
 * @param valueWei native coin that goes along, not negative
 * @param data call data, hex with 0x
 */
public record TransactionRequest(
        long chainId,
        long nonce,
        @Nullable EvmAddress to,
        BigInteger valueWei,
        String data,
        long gasLimit,
        FeeQuote fees) {

    /** Enough for a transfer of every token that we allow; what is not used is not paid. */
    public static final long TOKEN_TRANSFER_GAS = 120_000;

    /** One that carries no native coin. */
    public TransactionRequest(
            long chainId, long nonce, @Nullable EvmAddress to, String data, long gasLimit, FeeQuote fees) {
        this(chainId, nonce, to, BigInteger.ZERO, data, gasLimit, fees);
    }

    /**
     * A transfer of an ERC-20 token, also of one whose {@code transfer} returns nothing.
     *
     * @param amount in the token's smallest unit
     */
    public static TransactionRequest tokenTransfer(
            long chainId, long nonce, FeeQuote fees, EvmAddress token, EvmAddress to, BigInteger amount) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("A transfer moves more than zero");
        }
        return new TransactionRequest(chainId, nonce, token, Erc20.transfer(to, amount), TOKEN_TRANSFER_GAS, fees);
    }
}
