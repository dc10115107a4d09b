package io.amanat.chain.evm;

import java.util.Locale;
import java.util.Optional;

/** Reads why a node did not take a transaction. JSON-RPC has no codes for it, so the words of the common nodes are known here. */
final class SendRefusals {

    private SendRefusals() {}

    static Optional<SendOutcome> outcomeOf(NodeRefused refused) {
        String reason = refused.reason().toLowerCase(Locale.ROOT);
        if (reason.contains("already known")
                || reason.contains("already imported")
                || reason.contains("known transaction")) {
            return Optional.of(SendOutcome.ALREADY_KNOWN);
        }
        if (reason.contains("nonce too low") || reason.contains("nonce is too low")) {
            return Optional.of(SendOutcome.NONCE_USED);
        }
        if (reason.contains("underpriced")) {
            return Optional.of(SendOutcome.UNDERPRICED);
        }
        if (reason.contains("insufficient funds")) {
            return Optional.of(SendOutcome.NO_GAS);
        }
        return Optional.empty();
    }
}
