package io.amanat.chain.local;

import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.custody.Signer;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.MnemonicUtils;

/**
 * The accounts of the local chain. Their seed is public: development only, never fund them anywhere else.
 *
 * <p>The hot custody account is not among them: its key is made at random and kept in a keystore.
 */
public final class DevAccounts {

    /** Deploys and owns the token contracts. */
    public static final Signer DEPLOYER = account(0);

    /** The demo buyer's own wallet. */
    public static final InMemorySigner BUYER = account(1);

    /** The demo seller's own wallet. */
    public static final InMemorySigner SELLER = account(2);

    /** The seed of the accounts above, at {@code m/44'/60'/0'/0/0} and on. */
    static final String MNEMONIC = "sort forest sheriff live hospital anger observe include immense chase orbit doctor";

    /**
     * The deposit account that a server uses which was told no other: {@code m/44'/60'/0'} of the operator's own development seed,
     * which is not in the app.
     */
    public static final String DEPOSIT_XPUB =
            "xpub6BhNgNHo1eHCgNEjXnpSM6aLo3TX7XcWFNLpN3es6iSyV6ULjeswYmr3c3ZTksgNYyvtbNPVfot7TSoeWVV1VKtPUKgXtHkCTZB48RYsDos";

    private DevAccounts() {}

    private static InMemorySigner account(int index) {
        int hardened = Bip32ECKeyPair.HARDENED_BIT;
        Bip32ECKeyPair master = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(MNEMONIC, ""));
        int[] path = {44 | hardened, 60 | hardened, hardened, 0, index};
        return new InMemorySigner(Credentials.create(Bip32ECKeyPair.deriveKeyPair(master, path)));
    }
}
