package io.amanat.chain.evm;

/** A question that an EVM node did not answer. Messages never hold the endpoint's path, which may be a secret. */
public abstract sealed class EvmException extends RuntimeException permits NodeUnavailable, NodeRefused {

    EvmException(String message, Throwable cause) {
        super(message, cause);
    }

    EvmException(String message) {
        super(message);
    }
}
