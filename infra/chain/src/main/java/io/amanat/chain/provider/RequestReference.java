package io.amanat.chain.provider;

import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.money.EvmAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/**
 * By which Request Network's contract names a payment.
 *
 * <p>Id and salt of our payments follow from the payment's own id, so there is nothing to keep and nothing to lose.
 *
 * @param requestId of the request, 66 hexadecimal digits
 * @param salt 16 hexadecimal digits
 * @param value the payment reference, 16 hexadecimal digits
 */
record RequestReference(String requestId, String salt, String value) {
    private static final String FORM = "01";
    private static final int SALT_DIGITS = 16;
    private static final int REFERENCE_DIGITS = 16;

    static RequestReference of(PaymentId payment, EvmAddress destination) {
        String requestId = FORM + hash("amanat request " + payment);
        String salt = hash("amanat salt " + payment).substring(0, SALT_DIGITS);
        return new RequestReference(requestId, salt, calculate(requestId, salt, destination.value()));
    }

    /** The last eight bytes of the Keccak-256 hash of the three texts in lower case, one after the other. */
    static String calculate(String requestId, String salt, String address) {
        String hash = hash((requestId + salt + address).toLowerCase(Locale.ROOT));
        return hash.substring(hash.length() - REFERENCE_DIGITS);
    }

    /** As it stands in a log: an indexed argument of type bytes is its hash. */
    String topic() {
        return Numeric.toHexString(Hash.sha3(Numeric.hexStringToByteArray(value)));
    }

    private static String hash(String text) {
        return Numeric.toHexStringNoPrefix(Hash.sha3(text.getBytes(StandardCharsets.UTF_8)));
    }
}
