package io.amanat.chain.screening;

import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.custody.screening.ScreeningCommand.ScreenTransfer;
import io.amanat.contract.custody.screening.ScreeningId;
import io.amanat.contract.custody.screening.ScreeningInputs;
import io.amanat.contract.custody.screening.ScreeningRules;
import io.amanat.contract.custody.screening.ScreeningStatus;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a transfer that the chain has confirmed and the escrow that it pays for. Asked again it answers the same, until a guard
 * or an answer that was missing changes it; so a crash after the verdict repeats the question and no more.
 */
public final class ScreeningGate {
    private static final Logger log = LoggerFactory.getLogger(ScreeningGate.class);

    private final TransferScreening screening;
    private final ScreeningRules rules;
    private final CommandSender sender;

    public ScreeningGate(TransferScreening screening, ScreeningRules rules, CommandSender sender) {
        this.screening = screening;
        this.rules = rules;
        this.sender = sender;
    }

    /**
     * Where the transfer's safety check stands now. The verdict is stored when this returns. It is {@code HELD} when nobody can tell.
     *
     * @throws RuntimeException when the verdict could not be stored; nothing is decided then
     */
    public ScreeningStatus ask(
            PaymentId paymentId, PurchaseRequestId requestId, ObservedTransfer transfer, Origin origin) {
        ScreeningId id = ScreeningId.of(paymentId, transfer);
        Object answer =
                sender.send(new ScreenTransfer(id, paymentId, requestId, transfer, rules, inputs(transfer)), origin);
        return answer instanceof ScreeningStatus status ? status : ScreeningStatus.HELD;
    }

    private ScreeningInputs inputs(ObservedTransfer transfer) {
        try {
            return screening.inputs(transfer, rules);
        } catch (RuntimeException down) {
            log.warn("The safety check of transfer {} has no answer: {}", transfer.key(), down.getMessage());
            return ScreeningInputs.unanswered(transfer.from(), transfer.amount(), "provider");
        }
    }
}
