package io.amanat.chain.evm;

import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.TextSignature;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.crypto.Sign.SignatureData;
import org.web3j.utils.Numeric;

/** Recovers who signed a text with {@code personal_sign}. An account that is a contract cannot sign this way (EIP-1271 is not asked). */
public final class PersonalSign implements TextSignature {

    private static final Pattern FORM = Pattern.compile("0x[0-9a-fA-F]{130}");
    private static final int LEGACY_V = 27;

    @Override
    public Optional<EvmAddress> signer(String text, String signature) {
        if (!FORM.matcher(signature).matches()) {
            return Optional.empty();
        }
        byte[] bytes = Numeric.hexStringToByteArray(signature);
        byte[] r = Arrays.copyOfRange(bytes, 0, 32);
        byte[] s = Arrays.copyOfRange(bytes, 32, 64);
        byte v = bytes[64] < LEGACY_V ? (byte) (bytes[64] + LEGACY_V) : bytes[64];
        try {
            BigInteger key =
                    Sign.signedPrefixedMessageToKey(text.getBytes(StandardCharsets.UTF_8), new SignatureData(v, r, s));
            return Optional.of(new EvmAddress("0x" + Keys.getAddress(key)));
        } catch (SignatureException | RuntimeException nobodys) {
            return Optional.empty();
        }
    }
}
