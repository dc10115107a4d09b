package io.amanat.chain.custody;

import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.money.EvmAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Wallet;
import org.web3j.crypto.WalletFile;
import org.web3j.crypto.WalletUtils;
import org.web3j.crypto.exception.CipherException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs with the key of an encrypted keystore file (Web3 Secret Storage, as wallets write it).
 *
 * <p>Without a file a new random key is made once. Losing the file is losing the account's money, so a file that is
 * there but cannot be opened is never replaced.
 */
public final class KeystoreSigner implements Signer {

    private final InMemorySigner signer;

    private KeystoreSigner(Credentials credentials) {
        this.signer = new InMemorySigner(credentials);
    }

    /**
     * Opens {@code keystore}, or makes it.
     *
     * @param password of the keystore; null takes the one in the file {@code <keystore>.password} beside it, which is made with
     *     the keystore, readable for its owner only
     * @throws SigningFailed in one sentence, if it can neither be opened nor made
     */
    public static KeystoreSigner openOrCreate(Path keystore, @Nullable String password) {
        Path passwordFile = keystore.resolveSibling(keystore.getFileName() + ".password");
        try {
            if (Files.exists(keystore)) {
                return new KeystoreSigner(
                        open(keystore, password != null ? password : storedIn(passwordFile, keystore)));
            }
            Credentials created = Credentials.create(Keys.createEcKeyPair());
            String secret = password != null ? password : OwnerOnlyFile.randomSecretIn(passwordFile);
            OwnerOnlyFile.write(
                    keystore, JsonMapper.shared().writeValueAsString(wallet(secret, created.getEcKeyPair(), password)));
            return new KeystoreSigner(created);
        } catch (IOException | GeneralSecurityException failure) {
            throw new SigningFailed("The keystore " + keystore + " can neither be read nor written", failure);
        } catch (CipherException failure) {
            throw new SigningFailed("The keystore " + keystore + " does not open with this password", failure);
        }
    }

    @Override
    public EvmAddress address() {
        return signer.address();
    }

    @Override
    public SignedTransaction sign(TransactionRequest request) {
        return signer.sign(request);
    }

    @Override
    public String toString() {
        return "KeystoreSigner[" + signer.address() + "]";
    }

    private static Credentials open(Path keystore, String password) throws IOException, CipherException {
        return WalletUtils.loadCredentials(password, keystore.toFile());
    }

    private static String storedIn(Path passwordFile, Path keystore) throws IOException {
        if (!Files.exists(passwordFile)) {
            throw new SigningFailed(
                    "The keystore " + keystore + " needs its password: configure it, or restore " + passwordFile);
        }
        return Files.readString(passwordFile).strip();
    }

    /** A chosen password needs the slow key derivation; a random one of 256 bits cannot be guessed anyway. */
    private static WalletFile wallet(String secret, ECKeyPair key, @Nullable String chosen) throws CipherException {
        return chosen != null ? Wallet.createStandard(secret, key) : Wallet.createLight(secret, key);
    }
}
