package io.amanat.chain.hardware;

/** What an operator handed back is not what was to be signed. The message names the field and never repeats the bytes. */
public final class NotAsInstructed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    NotAsInstructed(String field, String message) {
        super(message);
        this.field = field;
    }

    /**
     * The first field that differs: {@code bytes}, {@code type}, {@code chainId}, {@code nonce}, {@code maxPriorityFeePerGas},
     * {@code maxFeePerGas}, {@code gasLimit}, {@code to}, {@code value}, {@code data}, {@code accessList}, {@code signature} or
     * {@code from}.
     */
    public String field() {
        return field;
    }
}
