package io.amanat.chain.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amanat.chain.evm.Erc20;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.AccessListObject;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

class HandedBackTest {

    private static final BigInteger CURVE_ORDER = Sign.CURVE_PARAMS.getN();
    private static final TestOperator OPERATOR = new TestOperator("all all all all all all all all all all all all");
    private static final EvmAddress TOKEN = new EvmAddress("0xfc6b5d6af8a13258f7cbd0d39e11b35e01a32f93");
    private static final EvmAddress CUSTODY = new EvmAddress("0x574bbb36871ba6b78e27f4b4dcfb76ea0091880b");
    private static final UnsignedTransaction SWEEP = sweep(31337, 3, CUSTODY, 291);

    /** Of the firmware of the Trezor, common/tests/fixtures/ethereum/sign_tx_eip1559.json. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/hardware/trezor-eip1559.csv", numLinesToSkip = 1)
    void givenWhatATrezorSigned_whenHandedBack_thenItIsTakenAsInstructed(
            String name,
            String path,
            long chainId,
            String nonce,
            String gasLimit,
            String maxFee,
            String tip,
            String to,
            String value,
            String data,
            int v,
            String r,
            String s) {
        UnsignedTransaction instructed = new UnsignedTransaction(
                chainId,
                OPERATOR.address(path),
                path,
                number(nonce).longValueExact(),
                new EvmAddress(to),
                number(value),
                data,
                number(gasLimit).longValueExact(),
                new FeeQuote(number(maxFee), number(tip)));
        String raw = encoded(
                instructed.raw(),
                new Sign.SignatureData(
                        (byte) (27 + v), Numeric.hexStringToByteArray(r), Numeric.hexStringToByteArray(s)));

        SignedTransaction taken = HandedBack.check(instructed, raw);

        assertThat(taken.raw()).isEqualTo(raw).isEqualTo(OPERATOR.sign(instructed));
        assertThat(taken.account()).isEqualTo(instructed.from());
        assertThat(taken.nonce()).isEqualTo(instructed.nonce());
        assertThat(taken.chainId()).isEqualTo(chainId);
    }

    static Stream<Arguments> changed() {
        FeeQuote fees = SWEEP.fees();
        return Stream.of(
                change("chainId", t -> sweep(31338, 3, CUSTODY, 291)),
                change("nonce", t -> sweep(31337, 4, CUSTODY, 291)),
                change("data", t -> sweep(31337, 3, CUSTODY, 292)),
                change("data", t -> sweep(31337, 3, TOKEN, 291)),
                change("to", t -> with(CUSTODY, t.valueWei(), t.gasLimit(), fees)),
                change("value", t -> with(t.to(), BigInteger.ONE, t.gasLimit(), fees)),
                change("gasLimit", t -> with(t.to(), t.valueWei(), t.gasLimit() + 1, fees)),
                change(
                        "maxFeePerGas",
                        t -> with(
                                t.to(),
                                t.valueWei(),
                                t.gasLimit(),
                                new FeeQuote(BigInteger.TEN.pow(11), BigInteger.TWO))),
                change(
                        "maxPriorityFeePerGas",
                        t -> with(t.to(), t.valueWei(), t.gasLimit(), new FeeQuote(BigInteger.TEN, BigInteger.ONE))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changed")
    void givenAnotherFieldWasSigned_whenHandedBack_thenItIsRefusedByName(
            String field, UnaryOperator<UnsignedTransaction> change) {
        refused(field, SWEEP, OPERATOR.sign(change.apply(SWEEP)));
    }

    @Test
    void givenAnotherKeySigned_whenHandedBack_thenItIsRefused() {
        String other = TestOperator.encoded(SWEEP.raw(), OPERATOR.key("m/44'/60'/0'/0/18"));

        refused("from", SWEEP, other);
    }

    @Test
    void givenAnAccessList_whenHandedBack_thenItIsRefused() {
        RawTransaction more = RawTransaction.createTransaction(
                SWEEP.chainId(),
                BigInteger.valueOf(SWEEP.nonce()),
                BigInteger.valueOf(SWEEP.gasLimit()),
                SWEEP.to().value(),
                SWEEP.valueWei(),
                SWEEP.data(),
                SWEEP.fees().maxPriorityFeePerGasWei(),
                SWEEP.fees().maxFeePerGasWei(),
                List.of(new AccessListObject(TOKEN.value(), List.of())));

        refused("accessList", SWEEP, TestOperator.encoded(more, OPERATOR.key(SWEEP.derivationPath())));
    }

    @Test
    void givenAnotherTypeOfTransaction_whenHandedBack_thenItIsRefused() {
        RawTransaction legacy = RawTransaction.createTransaction(
                BigInteger.valueOf(3),
                BigInteger.TWO,
                BigInteger.valueOf(SWEEP.gasLimit()),
                TOKEN.value(),
                BigInteger.ZERO,
                SWEEP.data());

        refused("type", SWEEP, TestOperator.encoded(legacy, OPERATOR.key(SWEEP.derivationPath())));
    }

    @Test
    void givenTheOtherOfTwoSignatures_whenHandedBack_thenItIsRefused() {
        Sign.SignatureData low = OPERATOR.signature(SWEEP);
        BigInteger high = CURVE_ORDER.subtract(new BigInteger(1, low.getS()));
        byte otherSide = (byte) (low.getV()[0] == 27 ? 28 : 27);
        var malleated = new Sign.SignatureData(otherSide, low.getR(), Numeric.toBytesPadded(high, 32));
        assertThat(new ECDSASignature(new BigInteger(1, low.getR()), high).isCanonical())
                .isFalse();

        refused("signature", SWEEP, encoded(SWEEP.raw(), malleated));
    }

    @Test
    void givenNoSignature_whenHandedBack_thenItIsRefused() {
        refused("signature", SWEEP, Numeric.toHexString(TransactionEncoder.encode(SWEEP.raw())));
    }

    @Test
    void givenBytesBehindTheEnd_whenHandedBack_thenTheyAreRefused() {
        refused("bytes", SWEEP, OPERATOR.sign(SWEEP) + "00");
    }

    @Test
    void givenAnyByteLost_whenHandedBack_thenItIsRefusedAndNothingElseIsThrown() {
        String raw = OPERATOR.sign(SWEEP);
        for (int length = 4; length < raw.length(); length += 2) {
            String cut = raw.substring(0, length);
            assertThatThrownBy(() -> HandedBack.check(SWEEP, cut)).isInstanceOf(NotAsInstructed.class);
        }
    }

    @Test
    void givenAnyBitFlipped_whenHandedBack_thenItIsRefusedAndNothingElseIsThrown() {
        byte[] raw = Numeric.hexStringToByteArray(OPERATOR.sign(SWEEP));
        for (int bit = 0; bit < raw.length * 8; bit++) {
            byte[] flipped = raw.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            String hex = Numeric.toHexString(flipped);
            assertThatThrownBy(() -> HandedBack.check(SWEEP, hex)).isInstanceOf(NotAsInstructed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "0x0",
                "no hex",
                "0x02",
                "0xc0",
                "0x02c0",
                "1ab42cc412b618bdea3a599e3c9bae199ebf030895b039e9db1e30dafb12b727"
            })
    void givenNoTransaction_whenHandedBack_thenItIsRefusedWithoutAnEcho(String nonsense) {
        NotAsInstructed refused = catchThrowableOfType(NotAsInstructed.class, () -> HandedBack.check(SWEEP, nonsense));

        assertThat(refused.field()).isIn("bytes", "type", "signature");
        assertThat(refused.getCause()).isNull();
        if (nonsense.length() > 8) {
            assertThat(refused.getMessage()).doesNotContain(nonsense.substring(0, 8));
        }
    }

    private static void refused(String field, UnsignedTransaction instructed, String raw) {
        assertThatThrownBy(() -> HandedBack.check(instructed, raw))
                .isInstanceOfSatisfying(
                        NotAsInstructed.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private static Arguments change(String field, UnaryOperator<UnsignedTransaction> change) {
        return Arguments.of(field, change);
    }

    private static UnsignedTransaction sweep(long chainId, long nonce, EvmAddress recipient, long units) {
        String path = "m/44'/60'/0'/0/17";
        return new UnsignedTransaction(
                chainId,
                OPERATOR.address(path),
                path,
                nonce,
                TOKEN,
                BigInteger.ZERO,
                Erc20.transfer(recipient, BigInteger.valueOf(units)),
                120_000,
                new FeeQuote(BigInteger.TEN, BigInteger.TWO));
    }

    private static UnsignedTransaction with(EvmAddress to, BigInteger value, long gasLimit, FeeQuote fees) {
        return new UnsignedTransaction(
                SWEEP.chainId(),
                SWEEP.from(),
                SWEEP.derivationPath(),
                SWEEP.nonce(),
                to,
                value,
                SWEEP.data(),
                gasLimit,
                fees);
    }

    private static String encoded(RawTransaction transaction, Sign.SignatureData signature) {
        return Numeric.toHexString(TransactionEncoder.encode(transaction, signature));
    }

    private static BigInteger number(String hex) {
        return Numeric.toBigInt(hex);
    }
}
