package io.amanat.demo;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.local.DevWallet;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;

/** The buyer's and the seller's own wallets on the local chain. */
record Wallets(EvmClient chain, DevWallet buyer, EvmAddress seller) {
    private static final BigInteger TEN_MILLION = BigInteger.valueOf(10_000_000);

    static Wallets on(EvmClient chain) {
        return new Wallets(chain, new DevWallet(chain, DevAccounts.BUYER), DevAccounts.SELLER.address());
    }

    /** What the custody account was endowed with on the local chain, minus what it still has. */
    BigInteger paidOut(Token token, EvmAddress custodyAccount) {
        return TEN_MILLION.multiply(BigInteger.TEN.pow(token.decimals())).subtract(balance(token, custodyAccount));
    }

    BigInteger balance(Token token, EvmAddress holder) {
        return chain.tokenBalance(token.contract(), holder);
    }
}
