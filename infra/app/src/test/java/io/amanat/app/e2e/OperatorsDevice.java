package io.amanat.app.e2e;

import java.math.BigInteger;
import java.util.Arrays;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.MnemonicUtils;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/** Signs what the API offers, with the development seed that the platform itself never loads. */
final class OperatorsDevice {
    private static final String MNEMONIC =
            "load useful enough security mouse absurd repeat stamp crystal energy hamster burst";

    private OperatorsDevice() {}

    static String sign(JsonNode unsigned) {
        RawTransaction transaction = RawTransaction.createTransaction(
                unsigned.path("chainId").asLong(),
                quantity(unsigned, "nonce"),
                quantity(unsigned, "gasLimit"),
                unsigned.path("to").asString(),
                quantity(unsigned, "value"),
                unsigned.path("data").asString(),
                quantity(unsigned, "maxPriorityFeePerGas"),
                quantity(unsigned, "maxFeePerGas"));
        Credentials key = key(unsigned.path("derivationPath").asString());
        return Numeric.toHexString(TransactionEncoder.signMessage(transaction, key));
    }

    private static BigInteger quantity(JsonNode unsigned, String field) {
        return Numeric.toBigInt(unsigned.path(field).asString());
    }

    private static Credentials key(String path) {
        Bip32ECKeyPair master = Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(MNEMONIC, ""));
        int[] steps = Arrays.stream(path.split("/"))
                .skip(1)
                .mapToInt(step -> step.endsWith("'")
                        ? Integer.parseInt(step.substring(0, step.length() - 1)) | Bip32ECKeyPair.HARDENED_BIT
                        : Integer.parseInt(step))
                .toArray();
        return Credentials.create(Bip32ECKeyPair.deriveKeyPair(master, steps));
    }
}
