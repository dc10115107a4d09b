package io.amanat.chain.hardware;

import io.amanat.chain.evm.FeeQuote;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import org.web3j.crypto.RawTransaction;

/**
 * An EIP-1559 transaction as an operator is to sign it on a device: every field that the signature covers, and which key to sign with.
 * It has no access list.
 *
 * @param from whose signature is wanted
 * @param derivationPath where the device finds that key, such as {@code m/44'/60'/0'/0/17}; not part of what is signed
 * @param valueWei native coin that goes along, not negative; zero for a transfer of tokens
 * @param data call data, hex with 0x; {@code 0x} for none
 */
public record UnsignedTransaction(
        long chainId,
        EvmAddress from,
        String derivationPath,
        long nonce,
        EvmAddress to,
        BigInteger valueWei,
        String data,
        long gasLimit,
        FeeQuote fees) {

    /** Refuses what no chain would take. */
    public UnsignedTransaction {
        if (chainId <= 0 || nonce < 0 || gasLimit <= 0 || valueWei.signum() < 0) {
            throw new IllegalArgumentException("Chain id and gas limit are positive; nonce and value are not negative");
        }
        if (!data.matches("0x([0-9a-f]{2})*")) {
            throw new IllegalArgumentException("Call data is 0x and whole bytes in lower case");
        }
    }

    RawTransaction raw() {
        return RawTransaction.createTransaction(
                chainId,
                BigInteger.valueOf(nonce),
                BigInteger.valueOf(gasLimit),
                to.value(),
                valueWei,
                data,
                fees.maxPriorityFeePerGasWei(),
                fees.maxFeePerGasWei());
    }
}
