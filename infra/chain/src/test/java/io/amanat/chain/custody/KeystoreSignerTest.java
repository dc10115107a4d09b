package io.amanat.chain.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.evm.SendOutcome;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.local.LocalChain;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.money.EvmAddress;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeystoreSignerTest {

    private static final BigInteger AMOUNT = new BigInteger("99000001");

    @TempDir
    Path folder;

    private final TestChain chain = TestChain.shared();
    private final EvmClient client = chain.client();
    private final EvmAddress seller = DevAccounts.SELLER.address();

    @ParameterizedTest
    @ValueSource(strings = {"USDC", "USDT"})
    void paysOutWithATokenThatReturnsATruthOrNothing(String symbol) {
        EvmAddress token = symbol.equals("USDC") ? chain.usdc() : chain.usdt();
        Signer hot = endowed();

        SignedTransaction signed = hot.sign(transfer(hot, 0, client.fees(), token));
        assertThat(client.send(signed.raw())).isEqualTo(SendOutcome.ACCEPTED);
        assertThat(client.knowsTransaction(signed.txHash())).isTrue();
        assertThat(client.receipt(signed.txHash())).isEmpty();
        chain.mine(1);

        assertThat(client.receipt(signed.txHash()).orElseThrow().transferred(token, hot.address(), seller, AMOUNT))
                .isTrue();
        assertThat(client.minedNonce(hot.address())).isEqualTo(1);
    }

    @Test
    void sendingTheSameBytesAgainMovesNothingTwice() {
        Signer hot = endowed();
        BigInteger before = client.tokenBalance(chain.usdc(), seller);
        SignedTransaction signed = hot.sign(transfer(hot, 0, client.fees(), chain.usdc()));

        assertThat(client.send(signed.raw())).isEqualTo(SendOutcome.ACCEPTED);
        assertThat(client.send(signed.raw())).isEqualTo(SendOutcome.ALREADY_KNOWN);
        assertThat(client.pendingNonce(hot.address())).isEqualTo(1);
        chain.mine(1);
        assertThat(client.send(signed.raw())).isEqualTo(SendOutcome.NONCE_USED);

        assertThat(client.tokenBalance(chain.usdc(), seller)).isEqualTo(before.add(AMOUNT));
    }

    @Test
    void tellsApartWhyANodeDoesNotTakeATransaction() {
        Signer hot = endowed();
        FeeQuote fees = client.fees();
        SignedTransaction first = hot.sign(transfer(hot, 0, fees, chain.usdc()));
        SignedTransaction noBetter = hot.sign(transfer(hot, 0, fees, chain.usdt()));
        Signer poor = KeystoreSigner.openOrCreate(folder.resolve("poor.json"), null);

        assertThat(client.send(first.raw())).isEqualTo(SendOutcome.ACCEPTED);
        assertThat(client.send(noBetter.raw())).isEqualTo(SendOutcome.UNDERPRICED);
        assertThat(client.send(poor.sign(transfer(poor, 0, fees, chain.usdc())).raw()))
                .isEqualTo(SendOutcome.NO_GAS);
        chain.mine(1);
    }

    @Test
    void signsTheSameRequestToTheSameBytes() {
        Signer signer = KeystoreSigner.openOrCreate(folder.resolve("hot.json"), null);
        TransactionRequest request = transfer(signer, 3, client.fees(), chain.usdt());

        assertThat(signer.sign(request)).isEqualTo(signer.sign(request));
    }

    @Test
    void keepsItsKeyBetweenStartsReadableForItsOwnerOnly() throws IOException {
        Path keystore = folder.resolve("keys/hot.json");

        EvmAddress made = KeystoreSigner.openOrCreate(keystore, null).address();

        assertThat(KeystoreSigner.openOrCreate(keystore, null).address()).isEqualTo(made);
        for (Path file : new Path[] {keystore, keystore.resolveSibling("hot.json.password")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(keystore)).contains("\"crypto\"").doesNotContain("privateKey");
    }

    @Test
    void opensWithAChosenPasswordAndNeverReplacesWhatItCannotOpen() throws IOException {
        Path keystore = folder.resolve("hot.json");
        EvmAddress made = KeystoreSigner.openOrCreate(keystore, "correct horse").address();
        byte[] content = Files.readAllBytes(keystore);

        assertThat(KeystoreSigner.openOrCreate(keystore, "correct horse").address())
                .isEqualTo(made);
        assertThatExceptionOfType(SigningFailed.class)
                .isThrownBy(() -> KeystoreSigner.openOrCreate(keystore, "wrong horse"))
                .withMessageNotContaining("wrong horse");
        assertThatExceptionOfType(SigningFailed.class)
                .isThrownBy(() -> KeystoreSigner.openOrCreate(keystore, null))
                .withMessageContaining("needs its password");
        assertThat(Files.readAllBytes(keystore)).isEqualTo(content);
    }

    @Test
    void refusesATransferOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionRequest.tokenTransfer(
                        LocalChain.CHAIN_ID, 0, client.fees(), chain.usdc(), seller, BigInteger.ZERO));
    }

    private Signer endowed() {
        Signer hot = KeystoreSigner.openOrCreate(folder.resolve("hot.json"), null);
        chain.endow(hot.address());
        return hot;
    }

    private TransactionRequest transfer(Signer from, long nonce, FeeQuote fees, EvmAddress token) {
        assertThat(from.address()).isNotEqualTo(seller);
        return TransactionRequest.tokenTransfer(LocalChain.CHAIN_ID, nonce, fees, token, seller, AMOUNT);
    }
}
