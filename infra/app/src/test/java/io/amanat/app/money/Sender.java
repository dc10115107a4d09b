package io.amanat.app.money;

import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.custody.TransactionRequest;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.evm.SendOutcome;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.web3j.crypto.Credentials;

/** An account of its own with tokens and coins, whose key the test has. */
record Sender(TestChain chain, Credentials wallet) {
    static Sender rich(TestChain chain) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Sender sender = new Sender(chain, Credentials.create(HexFormat.of().formatHex(key)));
        chain.endow(sender.address());
        return sender;
    }

    EvmAddress address() {
        return new EvmAddress(wallet.getAddress());
    }

    /** Pays so much for its gas that it stands at the beginning of the block. */
    void transferFirst(Asset asset, EvmAddress to, String amount) {
        FeeQuote fees = chain.client().fees();
        BigInteger much = fees.maxFeePerGasWei().multiply(BigInteger.TEN);
        SignedTransaction transfer = new InMemorySigner(wallet)
                .sign(TransactionRequest.tokenTransfer(
                        chain.client().chainId(),
                        chain.client().minedNonce(address()),
                        new FeeQuote(much, much),
                        asset.contract(),
                        to,
                        asset.amount(amount).units()));
        if (chain.client().send(transfer.raw()) != SendOutcome.ACCEPTED) {
            throw new IllegalStateException("not taken");
        }
    }
}
