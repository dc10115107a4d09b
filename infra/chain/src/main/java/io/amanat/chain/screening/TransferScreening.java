package io.amanat.chain.screening;

import io.amanat.contract.custody.screening.ScreeningInputs;
import io.amanat.contract.custody.screening.ScreeningRules;
import io.amanat.contract.escrow.ObservedTransfer;

/**
 * Who knows whether money may be taken. The default asks our own list, our own history and the chain; an outside provider is another
 * implementation, which puts what it says into {@link ScreeningInputs#opinion}.
 *
 * <p>It gives facts, never a verdict: that follows from the rules, and can so be computed again.
 */
@FunctionalInterface
public interface TransferScreening {
    /**
     * What {@code rules} need to know about the transfer, now. Asked again it may answer otherwise.
     *
     * @throws RuntimeException when it cannot tell; the transfer is then held, never passed
     */
    ScreeningInputs inputs(ObservedTransfer transfer, ScreeningRules rules);
}
