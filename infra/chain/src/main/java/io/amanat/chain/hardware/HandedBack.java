package io.amanat.chain.hardware;

import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.SignedRawTransaction;
import org.web3j.crypto.TransactionDecoder;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.crypto.transaction.type.Transaction1559;
import org.web3j.utils.Numeric;

/**
 * Compares what an operator signed with what was instructed, field by field, and then byte by byte: nothing that the comparison of
 * fields does not know of, such as bytes behind the end, gets through.
 */
public final class HandedBack {

    /** Signed bytes in hex, 0x included: far more than any transfer of tokens needs. */
    static final int HEX_MAX = 16_384;

    private static final Pattern HEX = Pattern.compile("0x([0-9a-fA-F]{2})+");
    private static final Pattern PRIVATE_KEY = Pattern.compile("(0x)?[0-9a-fA-F]{64}");

    private HandedBack() {}

    /**
     * The signed transaction, ready to be stored and sent. The same bytes for the same instruction give the same answer.
     *
     * @param rawHex the signed bytes, 0x and hexadecimal digits
     * @throws NotAsInstructed naming the first field that differs; nothing of what was handed in is repeated
     */
    public static SignedTransaction check(UnsignedTransaction instructed, String rawHex) {
        SignedRawTransaction signed = decode(rawHex);
        if (!(signed.getTransaction() instanceof Transaction1559 content)) {
            throw new NotAsInstructed("type", "The transaction is not of EIP-1559 (type 2).");
        }
        compare(instructed, content);
        Sign.SignatureData signature = signed.getSignatureData();
        same("from", instructed.from().value(), signer(instructed.raw(), signature));
        byte[] expected = TransactionEncoder.encode(instructed.raw(), signature);
        if (!Arrays.equals(expected, Numeric.hexStringToByteArray(rawHex))) {
            throw new NotAsInstructed("bytes", "The bytes say more than the fields of the instruction.");
        }
        return new SignedTransaction(
                instructed.chainId(),
                instructed.from(),
                instructed.nonce(),
                Numeric.toHexString(Hash.sha3(expected)),
                Numeric.toHexString(expected));
    }

    private static SignedRawTransaction decode(String rawHex) {
        if (PRIVATE_KEY.matcher(rawHex).matches()) {
            throw new NotAsInstructed(
                    "bytes", "This is as long as a private key. It was not kept; if it is one, move its coins.");
        }
        if (rawHex.length() > HEX_MAX || !HEX.matcher(rawHex).matches()) {
            throw new NotAsInstructed(
                    "bytes", "Signed bytes are 0x and whole bytes in hex, at most " + HEX_MAX + " characters.");
        }
        RawTransaction transaction;
        try {
            transaction = TransactionDecoder.decode(rawHex);
        } catch (RuntimeException unreadable) { // the decoder throws whatever it stumbles over, and may quote it
            throw new NotAsInstructed("bytes", "The bytes are no transaction.");
        }
        if (transaction instanceof SignedRawTransaction signed) {
            return signed;
        }
        throw new NotAsInstructed("signature", "The transaction is not signed.");
    }

    private static void compare(UnsignedTransaction instructed, Transaction1559 content) {
        same("chainId", instructed.chainId(), content.getChainId());
        same("nonce", BigInteger.valueOf(instructed.nonce()), content.getNonce());
        same("maxPriorityFeePerGas", instructed.fees().maxPriorityFeePerGasWei(), content.getMaxPriorityFeePerGas());
        same("maxFeePerGas", instructed.fees().maxFeePerGasWei(), content.getMaxFeePerGas());
        same("gasLimit", BigInteger.valueOf(instructed.gasLimit()), content.getGasLimit());
        same("to", instructed.to().value(), lower(content.getTo()));
        same("value", instructed.valueWei(), content.getValue());
        same("data", instructed.data(), "0x" + Numeric.cleanHexPrefix(lower(content.getData())));
        if (content.getAccessList() != null && !content.getAccessList().isEmpty()) {
            throw new NotAsInstructed("accessList", "The transaction has an access list; none was instructed.");
        }
    }

    private static void same(String field, Object instructed, @Nullable Object signed) {
        if (!instructed.equals(signed)) {
            throw new NotAsInstructed(field, "The field " + field + " is not as instructed.");
        }
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** Whoever signed exactly the instruction. Of the two signatures that a key can give, chains take the lower (EIP-2). */
    private static String signer(RawTransaction instructed, Sign.SignatureData signature) {
        ECDSASignature both =
                new ECDSASignature(new BigInteger(1, signature.getR()), new BigInteger(1, signature.getS()));
        int side = signature.getV()[signature.getV().length - 1] - 27;
        if (!both.isCanonical() || side < 0 || side > 1) {
            throw new NotAsInstructed("signature", "The signature is of a form that no chain takes.");
        }
        try {
            BigInteger key = Sign.recoverFromSignature(side, both, Hash.sha3(TransactionEncoder.encode(instructed)));
            if (key != null) {
                return new EvmAddress("0x" + Keys.getAddress(key)).value();
            }
        } catch (RuntimeException noPoint) { // r or s out of range
            throw new NotAsInstructed("signature", "The signature is of no key.");
        }
        throw new NotAsInstructed("signature", "The signature is of no key.");
    }
}
