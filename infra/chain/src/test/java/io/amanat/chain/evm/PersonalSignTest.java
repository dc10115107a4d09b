package io.amanat.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.money.EvmAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

class PersonalSignTest {

    private final PersonalSign sign = new PersonalSign();

    /** The example of the web3.js documentation of {@code eth.accounts.sign}: key, text, signature. */
    @Test
    void givenAPublishedSignature_whenRecovered_thenItsAccount() {
        String signature = "0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd"
                + "6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c";

        assertThat(sign.signer("Some data", signature))
                .contains(new EvmAddress("0x2c7536e3605d9c16a7a3d7b1898e529396a65c23"));
    }

    @Test
    void givenASignature_whenTheTextIsAnother_thenNotThatAccount() {
        Credentials wallet = Credentials.create("0x" + "17".repeat(32));
        Sign.SignatureData data =
                Sign.signPrefixedMessage("To: 0x01".getBytes(StandardCharsets.UTF_8), wallet.getEcKeyPair());
        String signature = Numeric.toHexString(data.getR())
                + Numeric.toHexStringNoPrefix(data.getS())
                + Numeric.toHexStringNoPrefix(data.getV());

        assertThat(sign.signer("To: 0x01", signature)).contains(new EvmAddress(wallet.getAddress()));
        assertThat(sign.signer("To: 0x02", signature)).isNotEqualTo(sign.signer("To: 0x01", signature));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "0x12", "nonsense"})
    void givenNoSignature_whenRecovered_thenNobody(String signature) {
        assertThat(sign.signer("text", signature)).isEmpty();
        assertThat(sign.signer("text", "0x" + "0".repeat(130))).isEmpty();
        assertThat(sign.signer("text", "0x" + "f".repeat(130))).isEmpty();
    }
}
