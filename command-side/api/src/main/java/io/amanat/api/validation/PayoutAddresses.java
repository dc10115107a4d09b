package io.amanat.api.validation;

import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.identity.ChainFamily;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PayoutAddressCommand.UsePayoutAddress;
import io.amanat.contract.identity.PayoutAddressId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.AddressChecksum;
import io.amanat.contract.money.EvmAddress;
import org.springframework.stereotype.Component;

/** Where a person wants to be paid. One of ours is refused here, long before money would go there. */
@Component
public final class PayoutAddresses {
    private final AddressChecksum checksum;
    private final OwnAddresses own;
    private final CommandSender sender;

    PayoutAddresses(AddressChecksum checksum, OwnAddresses own, CommandSender sender) {
        this.checksum = checksum;
        this.own = own;
        this.sender = sender;
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

    /**
     * Reads what was typed, when it is the address that {@code user} has signed for and that is in use now. Asks the log, not the read
     * tables: a confirmation counts at once, and one that is cooling off does not.
     *
     * @throws IllegalArgumentException as {@link #parse}
     * @throws RuleViolated as {@link #parse}, and with {@link IdentityRule#A_PAYOUT_ADDRESS_IS_CONFIRMED_FIRST}
     */
    public EvmAddress confirmed(String text, UserId user, Origin origin) {
        EvmAddress address = parse(text);
        PayoutAddressId id = PayoutAddressId.of(user, ChainFamily.EVM);
        sender.send(new UsePayoutAddress(id, address), origin);
        return address;
    }
}
