package io.amanat.contract.custody;

import io.amanat.contract.Command;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;

/** What a deposit destination can be told. */
public sealed interface DestinationCommand extends Command {
    DestinationId destinationId();

    @Override
    default DestinationId target() {
        return destinationId();
    }

    /** Sent once per payment; {@code derivationPath} is below the account, such as {@code 0/17}. */
    record AllocateDestination(
            DestinationId destinationId,
            PaymentId paymentId,
            PurchaseRequestId requestId,
            long chainId,
            EvmAddress address,
            String accountFingerprint,
            String derivationPath)
            implements DestinationCommand {}

    record QuarantineDestination(DestinationId destinationId, UserId by, PersonalText reason)
            implements DestinationCommand {}

    /** A transfer from the destination into custody was final on the chain; signed by the operator, elsewhere. */
    record RecordSweep(DestinationId destinationId, TransferKey key, EvmAddress to, AssetAmount amount)
            implements DestinationCommand {}
}
