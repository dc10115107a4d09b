package io.amanat.contract.escrow;

import java.util.Map;

/**
 * Takes what payment providers send. Nothing of it ever moves money: a webhook is a reason to ask the chain, which is asked anyway, so
 * a webhook that is lost, late, repeated, out of order or forged changes nothing in what is credited.
 */
public interface ProviderWebhooks {
    /**
     * Checks the signature, writes the delivery down and looks on the chain for what it says. The same delivery again changes nothing
     * and is acknowledged as the first one was; so is one about a payment that is not known here.
     *
     * @param headers names in lower case; of a repeated header the first value
     * @param body the bytes as they came
     * @return the HTTP status by which this provider knows that it need not send again
     * @throws io.amanat.contract.RuleViolated with a {@link ProviderRule}: nothing was written down
     */
    int receive(PaymentProvider provider, Map<String, String> headers, byte[] body);
}
