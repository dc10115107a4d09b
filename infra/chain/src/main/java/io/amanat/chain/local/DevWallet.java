package io.amanat.chain.local;

import io.amanat.chain.custody.Signer;
import io.amanat.chain.custody.TransactionRequest;
import io.amanat.chain.evm.Erc20;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.SendOutcome;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A person's wallet in tests and demo: takes the next nonce, signs, sends. It does not wait until the transaction is mined.
 * Payouts do not go through here: they are recorded before they are sent.
 */
public final class DevWallet {

    private static final long GAS_LIMIT = 3_000_000;

    private final EvmClient client;
    private final Signer signer;

    public DevWallet(EvmClient client, Signer signer) {
        this.client = client;
        this.signer = signer;
    }

    public EvmAddress address() {
        return signer.address();
    }

    /**
     * Sends tokens.
     *
     * @param amount in the token's smallest unit
     * @return the transaction's hash
     */
    public synchronized String transfer(EvmAddress token, EvmAddress to, BigInteger amount) {
        return send(token, Erc20.transfer(to, amount));
    }

    /**
     * Calls a contract, or makes a new one.
     *
     * @param to null makes a new contract of {@code data}
     * @return the transaction's hash
     */
    public synchronized String send(@Nullable EvmAddress to, String data) {
        return send(client.pendingNonce(signer.address()), to, data);
    }

    synchronized String send(long nonce, @Nullable EvmAddress to, String data) {
        SignedTransaction signed =
                signer.sign(new TransactionRequest(client.chainId(), nonce, to, data, GAS_LIMIT, client.fees()));
        SendOutcome outcome = client.send(signed.raw());
        return switch (outcome) {
            case ACCEPTED, ALREADY_KNOWN -> signed.txHash();
            case NONCE_USED, UNDERPRICED, NO_GAS -> throw new IllegalStateException("The chain said " + outcome);
        };
    }
}
