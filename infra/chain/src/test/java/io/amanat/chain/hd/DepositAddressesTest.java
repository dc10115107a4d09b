package io.amanat.chain.hd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amanat.chain.local.DevAccounts;
import io.amanat.contract.money.EvmAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.MnemonicUtils;

/** The operator's seed, and web3j's derivation of private keys, are the independent other side. */
class DepositAddressesTest {

    /** Development only: the seed behind {@link DevAccounts#DEPOSIT_XPUB}. The server never loads it. */
    private static final String OPERATOR_MNEMONIC =
            "load useful enough security mouse absurd repeat stamp crystal energy hamster burst";

    private final DepositAddresses addresses = new DepositAddresses(DevAccounts.DEPOSIT_XPUB);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 17, 1_000_000, Integer.MAX_VALUE})
    void theOperatorsKeysOpenEveryDepositAddress(int index) {
        Bip32ECKeyPair master = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(OPERATOR_MNEMONIC, ""));
        int hardened = Bip32ECKeyPair.HARDENED_BIT;
        int[] path = {44 | hardened, 60 | hardened, hardened, 0, index};
        EvmAddress opened = new EvmAddress(
                Credentials.create(Bip32ECKeyPair.deriveKeyPair(master, path)).getAddress());

        assertThat(addresses.at(index)).isEqualTo(opened);
    }

    @Test
    void namesPathAndAccountWithoutShowingTheKey() {
        assertThat(DepositAddresses.path(17)).isEqualTo("0/17");
        assertThat(addresses.accountFingerprint()).matches("[0-9a-f]{8}");
    }

    @Test
    void refusesAKeyThatIsNotAnAccounts() {
        String master =
                "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DepositAddresses(master))
                .withMessageContaining("depth 3");
    }
}
