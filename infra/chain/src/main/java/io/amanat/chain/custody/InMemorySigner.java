package io.amanat.chain.custody;

import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/** Signs with a key that is in this process's memory. */
public final class InMemorySigner implements Signer {

    private final Credentials credentials;
    private final EvmAddress address;

    public InMemorySigner(Credentials credentials) {
        this.credentials = credentials;
        this.address = new EvmAddress(credentials.getAddress());
    }

    @Override
    public EvmAddress address() {
        return address;
    }

    @Override
    public SignedTransaction sign(TransactionRequest request) {
        RawTransaction transaction = RawTransaction.createTransaction(
                request.chainId(),
                BigInteger.valueOf(request.nonce()),
                BigInteger.valueOf(request.gasLimit()),
                request.to() == null ? "" : request.to().value(),
                request.valueWei(),
                request.data(),
                request.fees().maxPriorityFeePerGasWei(),
                request.fees().maxFeePerGasWei());
        byte[] bytes = TransactionEncoder.signMessage(transaction, credentials);
        return new SignedTransaction(
                request.chainId(),
                address,
                request.nonce(),
                Numeric.toHexString(Hash.sha3(bytes)),
                Numeric.toHexString(bytes));
    }

    /** EIP-191 {@code personal_sign} of a text: r, s and v as {@code 0x} and 130 hexadecimal digits. */
    public String personalSign(String text) {
        Sign.SignatureData data =
                Sign.signPrefixedMessage(text.getBytes(StandardCharsets.UTF_8), credentials.getEcKeyPair());
        return Numeric.toHexString(data.getR())
                + Numeric.toHexStringNoPrefix(data.getS())
                + Numeric.toHexStringNoPrefix(data.getV());
    }

    @Override
    public String toString() {
        return "InMemorySigner[" + address + "]";
    }
}
