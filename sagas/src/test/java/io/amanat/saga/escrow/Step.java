package io.amanat.saga.escrow;

import static io.amanat.saga.escrow.Trade.*;

import io.amanat.contract.Command;
import io.amanat.contract.custody.CustodyTransferCommand.InstructCustodyTransfer;
import io.amanat.contract.custody.DestinationCommand.AllocateDestination;
import io.amanat.contract.disputes.DisputeCommand.OpenDispute;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.PayInEvent.PaymentCancelled;
import io.amanat.contract.escrow.PayInEvent.PaymentExpired;
import io.amanat.contract.escrow.PaymentCommand.ApplyRuling;
import io.amanat.contract.escrow.PaymentCommand.MakeEscrowReleasable;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentCommand.QuotePayment;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.escrow.SettlementEvent.PaymentCompleted;
import io.amanat.contract.escrow.SettlementEvent.PaymentRefunded;
import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CancelRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CompleteByRuling;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmRequestPayment;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkDisputed;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkRefunded;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkSellerPaid;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ResumeForReplacement;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import java.util.ArrayList;
import java.util.List;

/**
 * One handler of the saga.
 *
 * @param waits the deadlines that run afterwards
 * @param ends whether the saga is over afterwards
 */
record Step(String name, List<?> given, Object event, List<Command> commands, List<String> waits, boolean ends) {
    private static final String WINDOW = TradeDeadlines.PAYMENT_WINDOW;
    private static final String INSPECTION = TradeDeadlines.INSPECTION_WINDOW;
    private static final String RESPONSE = TradeDeadlines.DISPUTE_RESPONSE;

    private static final List<Command> OPENING = List.of(
            new AllocateDestination(
                    EscrowFixture.DESTINATION.destinationId(),
                    PAYMENT,
                    REQUEST,
                    USDC.chainId(),
                    EscrowFixture.DESTINATION.address(),
                    "0a1b2c3d",
                    "0/17"),
            new OpenPayment(PAYMENT, TERMS));

    static List<Step> all() {
        return List.of(
                new Step("accepted", List.of(), ACCEPTED, OPENING, List.of(), false),
                on("accepted again", OPEN, ACCEPTED, OPENING, WINDOW),
                on("quoted", OPEN, QUOTED, List.of(new QuotePayment(PAYMENT, QUOTED.quote())), WINDOW),
                on("opened", List.of(ACCEPTED), OPENED, List.of(), WINDOW),
                on("funded", OPEN, FUNDED, List.of(new ConfirmRequestPayment(REQUEST, PAYMENT))),
                end(
                        "cancelled",
                        OPEN,
                        new PaymentCancelled(PAYMENT, REQUEST, BUYER),
                        new CancelRequest(REQUEST, CancellationCause.PAYMENT_CANCELLED)),
                end(
                        "expired empty",
                        OPEN,
                        new PaymentExpired(PAYMENT, REQUEST, USDC.zero()),
                        new CancelRequest(REQUEST, CancellationCause.PAYMENT_WINDOW_LAPSED)),
                on("expired partial", OPEN, new PaymentExpired(PAYMENT, REQUEST, TO_BUYER), List.of(), WINDOW),
                on("handed over", PAID, HANDED_OVER, List.of(), INSPECTION),
                on("confirmed", DELIVERED, CONFIRMED, List.of(new MakeEscrowReleasable(PAYMENT))),
                on(
                        "completed by ruling",
                        PAID,
                        new PurchaseRequestCompleted(REQUEST, CompletionCause.RULING),
                        List.of()),
                on("releasable", with(DELIVERED, CONFIRMED), RELEASABLE, List.of(new SettleEscrow(PAYMENT, RELEASE))),
                on(
                        "settlement instructed",
                        PAID,
                        INSTRUCTED,
                        List.of(
                                new InstructCustodyTransfer(RULED_RELEASE, instruction(TO_SELLER_LEG)),
                                new InstructCustodyTransfer(RULED_REFUND, instruction(TO_BUYER_LEG)))),
                on("leg final", PAID, LEG_FINAL, List.of(new RecordLegSettled(PAYMENT, RELEASE, TX))),
                end(
                        "payment completed",
                        PAID,
                        new PaymentCompleted(PAYMENT, REQUEST),
                        new MarkSellerPaid(REQUEST, PAYMENT)),
                end(
                        "payment refunded",
                        PAID,
                        new PaymentRefunded(PAYMENT, REQUEST),
                        new MarkRefunded(REQUEST, PAYMENT)),
                on(
                        "dispute raised",
                        DELIVERED,
                        RAISED,
                        List.of(new MarkDisputed(REQUEST, DISPUTE), new OpenDispute(DISPUTE, CASE))),
                on("dispute opened", with(DELIVERED, RAISED), DISPUTE_OPENED, List.of(), RESPONSE),
                on("dispute answered", DISPUTED, ANSWERED, List.of()),
                ruled(Ruling.of(RulingKind.REFUND)),
                ruled(Ruling.of(RulingKind.REPLACEMENT), new ResumeForReplacement(REQUEST, DISPUTE)),
                ruled(Ruling.of(RulingKind.NO_ACTION), new CompleteByRuling(REQUEST, DISPUTE)),
                ruled(Ruling.compensation(TO_BUYER, TO_SELLER), new CompleteByRuling(REQUEST, DISPUTE)),
                on(
                        "guard let go of a due release",
                        with(DELIVERED, CONFIRMED),
                        GUARD_LET_GO,
                        List.of(new SettleEscrow(PAYMENT, RELEASE))),
                on("guard let go, nothing due", DELIVERED, GUARD_LET_GO, List.of(), INSPECTION),
                on("dispute's freeze over", with(DELIVERED, CONFIRMED), DISPUTE_OVER, List.of()));
    }

    @Override
    public String toString() {
        return name;
    }

    private static Step on(String name, List<?> given, Object event, List<Command> commands, String... waits) {
        return new Step(name, given, event, commands, List.of(waits), false);
    }

    private static Step end(String name, List<?> given, Object event, Command command) {
        return new Step(name, given, event, List.of(command), List.of(), true);
    }

    private static Step ruled(Ruling ruling, Command... request) {
        List<Command> commands = new ArrayList<>();
        commands.add(new ApplyRuling(PAYMENT, DISPUTE, ruling, RULED_RELEASE, RULED_REFUND));
        commands.addAll(List.of(request));
        return new Step("ruled " + ruling.kind(), DISPUTED, resolved(ruling), commands, List.of(), false);
    }

    private static List<Object> with(List<Object> history, Object next) {
        List<Object> more = new ArrayList<>(history);
        more.add(next);
        return more;
    }
}
