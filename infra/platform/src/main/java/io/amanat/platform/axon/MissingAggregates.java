package io.amanat.platform.axon;

import io.amanat.contract.Command;
import io.amanat.contract.Rule;
import io.amanat.contract.configuration.ConfigSettingCommand;
import io.amanat.contract.configuration.ConfigSettingRule;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyTransferCommand;
import io.amanat.contract.custody.DestinationCommand;
import io.amanat.contract.custody.screening.ScreeningCommand;
import io.amanat.contract.custody.screening.ScreeningRule;
import io.amanat.contract.disputes.DisputeCommand;
import io.amanat.contract.disputes.DisputeRule;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.identity.ApiKeyCommand;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PayoutAddressCommand;
import io.amanat.contract.identity.UserCommand;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand;

/** How a refusal is called when the aggregate that a command is for does not exist. */
final class MissingAggregates {

    private MissingAggregates() {}

    static Rule rule(Command command) {
        return switch (command) {
            case PurchaseRequestCommand _ -> MarketplaceRule.NO_SUCH_REQUEST;
            case PaymentCommand _ -> EscrowRule.NO_SUCH_PAYMENT;
            case DisputeCommand _ -> DisputeRule.NO_SUCH_DISPUTE;
            case DestinationCommand _ -> CustodyRule.NO_SUCH_DESTINATION;
            case CustodyTransferCommand _ -> CustodyRule.NO_SUCH_TRANSFER;
            case ScreeningCommand _ -> ScreeningRule.NO_SUCH_SCREENING;
            case ConfigSettingCommand _ -> ConfigSettingRule.NO_SUCH_CONFIG_SETTING;
            case UserCommand _ -> IdentityRule.NO_SUCH_USER;
            case ApiKeyCommand _ -> IdentityRule.NO_SUCH_API_KEY;
            case PayoutAddressCommand _ -> IdentityRule.A_PAYOUT_ADDRESS_IS_CONFIRMED_FIRST;
            default -> throw new IllegalArgumentException("unknown family of commands: " + command.getClass());
        };
    }
}
