package io.amanat.chain.custody;

import io.amanat.chain.evm.FeeQuote;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.transaction.type.Transaction1559;

/**
 * What signed bytes say.
 *
 * @param valueWei native coin that goes along
 * @param data call data, hex with 0x
 */
public record SignedContent(long nonce, EvmAddress to, BigInteger valueWei, String data, long gasLimit, FeeQuote fees) {

    /**
     * Reads the bytes. Whose signature it is, is not looked at.
     *
     * @throws IllegalArgumentException if they are no EIP-1559 transaction
     */
    public static SignedContent of(SignedTransaction signed) {
        RawTransaction transaction = TransactionDecoder.decode(signed.raw());
        if (!(transaction.getTransaction() instanceof Transaction1559 content)) {
            throw new IllegalArgumentException("Transaction " + signed.txHash() + " is not of EIP-1559");
        }
        String data = content.getData();
        return new SignedContent(
                content.getNonce().longValueExact(),
                new EvmAddress(content.getTo()),
                content.getValue(),
                data.startsWith("0x") ? data : "0x" + data,
                content.getGasLimit().longValueExact(),
                new FeeQuote(content.getMaxFeePerGas(), content.getMaxPriorityFeePerGas()));
    }
}
