package io.amanat.contract.custody.screening;

import io.amanat.contract.Command;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;

/** What a transfer's safety check can be told. */
public sealed interface ScreeningCommand extends Command {
    ScreeningId screeningId();

    @Override
    default ScreeningId target() {
        return screeningId();
    }

    /**
     * A transfer has reached the chain's threshold. The answer is the {@link ScreeningStatus}, also when it was screened before; then
     * rules and inputs are not looked at, unless somebody had not answered.
     */
    record ScreenTransfer(
            ScreeningId screeningId,
            PaymentId paymentId,
            PurchaseRequestId requestId,
            ObservedTransfer transfer,
            ScreeningRules rules,
            ScreeningInputs inputs)
            implements ScreeningCommand {}

    /** A guard lets a held transfer pass. The parties are the trade's, as the log says. */
    record ClearTransfer(ScreeningId screeningId, UserId buyerId, UserId sellerId, UserId by, PersonalText reason)
            implements ScreeningCommand {}

    /** A guard keeps a held transfer from funding the escrow. */
    record RejectTransfer(ScreeningId screeningId, UserId buyerId, UserId sellerId, UserId by, PersonalText reason)
            implements ScreeningCommand {}
}
