package io.amanat.api.validation;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.money.AddressChecksum;
import io.amanat.contract.money.EvmAddress;
import org.springframework.stereotype.Component;

/** Where a person wants to be paid. One of ours is refused here, long before money would go there. */
@Component
public final class PayoutAddresses {
    private final AddressChecksum checksum;
    private final OwnAddresses own;

    PayoutAddresses(AddressChecksum checksum, OwnAddresses own) {
        this.checksum = checksum;
        this.own = own;
    }

    /**
     * Reads what was typed.
     *
     * @throws IllegalArgumentException in one sentence, when it is no address or its checksum is wrong
     * @throws RuleViolated with {@link CustodyRule#MONEY_NEVER_COMES_BACK_TO_US}
     */
    public EvmAddress parse(String text) {
        EvmAddress address = checksum.parse(text);
        RuleViolated.unless(!own.ours(address), CustodyRule.MONEY_NEVER_COMES_BACK_TO_US);
        return address;
    }
}
