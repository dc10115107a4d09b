package io.amanat.contract.money;

import java.util.Optional;

/** EIP-191 {@code personal_sign}: a wallet signs a text that its owner can read. */
public interface TextSignature {
    /**
     * The account that signed exactly {@code text}. Another text gives another account, not an error: compare with the one that is
     * expected.
     *
     * @param signature 65 bytes (r, s, v), {@code 0x} and hexadecimal digits
     * @return empty when it is nobody's signature
     */
    Optional<EvmAddress> signer(String text, String signature);
}
