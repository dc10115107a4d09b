package io.amanat.chain.hardware;

import io.amanat.contract.money.EvmAddress;
import java.util.Arrays;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.MnemonicUtils;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/** Signs as a device does, with keys of a published seed. In test code only. */
final class TestOperator {

    private final Bip32ECKeyPair master;

    TestOperator(String mnemonic) {
        master = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(mnemonic, ""));
    }

    Credentials key(String path) {
        int[] steps = Arrays.stream(path.split("/"))
                .skip(1)
                .mapToInt(step -> step.endsWith("'")
                        ? Integer.parseInt(step.substring(0, step.length() - 1)) | Bip32ECKeyPair.HARDENED_BIT
                        : Integer.parseInt(step))
                .toArray();
        return Credentials.create(Bip32ECKeyPair.deriveKeyPair(master, steps));
    }

    EvmAddress address(String path) {
        return new EvmAddress(key(path).getAddress());
    }

    String sign(UnsignedTransaction instructed) {
        return encoded(instructed.raw(), key(instructed.derivationPath()));
    }

    Sign.SignatureData signature(UnsignedTransaction instructed) {
        byte[] hash = Hash.sha3(TransactionEncoder.encode(instructed.raw()));
        return Sign.signMessage(hash, key(instructed.derivationPath()).getEcKeyPair(), false);
    }

    static String encoded(RawTransaction transaction, Credentials key) {
        return Numeric.toHexString(TransactionEncoder.signMessage(transaction, key));
    }
}
