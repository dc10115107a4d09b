package io.amanat.contract.money;

/** EIP-55: the mixed-case form of an address carries a checksum. */
public interface AddressChecksum {
    /**
     * Reads an address that a person typed.
     *
     * @throws IllegalArgumentException in one sentence, when it is malformed or in mixed case with a wrong checksum; all-lower and
     *     all-upper case carry no checksum and are accepted
     */
    EvmAddress parse(String text);

    /** The checksummed form for people and wallets. */
    String format(EvmAddress address);
}
