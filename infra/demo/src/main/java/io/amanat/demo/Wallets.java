package io.amanat.demo;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.local.DevWallet;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;

/** The buyer's and the seller's own wallets on the local chain. */
record Wallets(EvmClient chain, DevWallet buyer, EvmAddress seller) {
    static Wallets on(EvmClient chain) {
        return new Wallets(
                chain,
                new DevWallet(chain, DevAccounts.BUYER.signer()),
                DevAccounts.SELLER.signer().address());
    }

    BigInteger balance(Token token, EvmAddress holder) {
        return chain.tokenBalance(token.contract(), holder);
    }
}
