package io.amanat.chain.reconcile;

import io.amanat.contract.money.Asset;
import io.amanat.contract.solvency.Liability;
import io.amanat.contract.solvency.MerkleSumTree;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** What is owed in one token to each trade, as a tree, beside what is there. */
record Solvency(
        Asset asset,
        List<Liability> liabilities,
        MerkleSumTree tree,
        BigInteger reserve,
        Map<String, BigInteger> balances) {
    private static final int NONCE_BYTES = 32;

    /**
     * One for each token of the books.
     *
     * @param nonces hides which payment a leaf stands for, and where it stands: must not be guessable
     */
    static List<Solvency> prove(Books books, ChainState chain, RandomGenerator nonces) {
        return books.assets().stream()
                .map(asset -> prove(asset, books, chain, nonces))
                .toList();
    }

    private static Solvency prove(Asset asset, Books books, ChainState chain, RandomGenerator nonces) {
        String token = asset.contract().value();
        List<Liability> liabilities = books.accounts().values().stream()
                .filter(account -> account.key().token().equals(token))
                .filter(account -> account.owed().signum() > 0)
                .map(account -> new Liability(account.key().paymentId(), nonce(nonces), account.owed()))
                .sorted(Comparator.comparing(Liability::nonce))
                .toList();
        Map<String, BigInteger> balances = new TreeMap<>();
        chain.balances().forEach((holding, units) -> {
            if (holding.token().equals(token) && units.signum() > 0) {
                balances.put(holding.address(), units);
            }
        });
        return new Solvency(asset, liabilities, MerkleSumTree.of(liabilities), reserve(chain, token), balances);
    }

    static BigInteger reserve(ChainState chain, String token) {
        return chain.balances().entrySet().stream()
                .filter(balance -> balance.getKey().token().equals(token))
                .map(Map.Entry::getValue)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    static BigInteger owed(Books books, String token) {
        return books.accounts().values().stream()
                .filter(account -> account.key().token().equals(token))
                .map(Books.Account::owed)
                .filter(owed -> owed.signum() > 0)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** A sentence about what the chain took back, which the platform has to bring; empty where it took nothing. */
    static String losses(Books books, String token) {
        BigInteger exposed = books.accounts().values().stream()
                .filter(account -> account.key().token().equals(token))
                .map(Books.Account::exposed)
                .reduce(BigInteger.ZERO, BigInteger::add);
        return exposed.signum() == 0
                ? ""
                : " The chain took back " + exposed + " units that are exposed; the platform has to bring them.";
    }

    private static String nonce(RandomGenerator nonces) {
        byte[] nonce = new byte[NONCE_BYTES];
        nonces.nextBytes(nonce);
        return "0x" + HexFormat.of().formatHex(nonce);
    }
}
