package io.amanat.chain.hd;

import io.amanat.contract.money.EvmAddress;

/**
 * The deposit addresses of one account: {@code m/44'/60'/0'/0/index} of BIP-44, derived from the account's xpub.
 *
 * <p>Pure: the same index gives the same address for ever, on every EVM chain. Which indexes are taken is not known here.
 */
public final class DepositAddresses {

    private static final int ACCOUNT_DEPTH = 3;
    private static final int EXTERNAL_CHAIN = 0;

    private final ExtendedPublicKey account;
    private final ExtendedPublicKey external;

    /**
     * @param accountXpub the xpub of {@code m/44'/60'/0'} (or another account)
     * @throws IllegalArgumentException if it is not a valid xpub or not an account key
     */
    public DepositAddresses(String accountXpub) {
        this.account = ExtendedPublicKey.parse(accountXpub);
        if (account.depth() != ACCOUNT_DEPTH) {
            throw new IllegalArgumentException(
                    "The xpub must be an account's (m/44'/60'/0', depth 3), but its depth is " + account.depth());
        }
        this.external = account.child(EXTERNAL_CHAIN);
    }

    /**
     * The address at an index.
     *
     * @param index 0 to 2^31-1
     */
    public EvmAddress at(int index) {
        return external.child(index).address();
    }

    /** The path of an index below the account, such as {@code 0/17}. */
    public static String path(int index) {
        return EXTERNAL_CHAIN + "/" + index;
    }

    /** Names the account key without showing it; see {@link ExtendedPublicKey#fingerprint()}. */
    public String accountFingerprint() {
        return account.fingerprint();
    }
}
