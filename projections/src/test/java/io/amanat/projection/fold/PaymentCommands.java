package io.amanat.projection.fold;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ApplyRuling;
import io.amanat.contract.escrow.PaymentCommand.CancelPayment;
import io.amanat.contract.escrow.PaymentCommand.ClaimReturn;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ExpirePayment;
import io.amanat.contract.escrow.PaymentCommand.FreezeEscrow;
import io.amanat.contract.escrow.PaymentCommand.MakeEscrowReleasable;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentCommand.RaiseDispute;
import io.amanat.contract.escrow.PaymentCommand.RecordExcessReturned;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentCommand.RetractTransfer;
import io.amanat.contract.escrow.PaymentCommand.ReturnExcess;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.escrow.PaymentCommand.UnfreezeEscrow;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Trades;
import io.amanat.projection.story.Wares;
import java.util.Random;

/** Commands in random order, sensible and senseless. Four transfers, each of 63: two of them pay a little more than is due. */
final class PaymentCommands {
    private static final int TRANSFERS = 4;

    private final Story story;
    private final Random random;
    private int disputes;

    PaymentCommands(Story story, Random random) {
        this.story = story;
        this.random = random;
    }

    PaymentCommand next() {
        return switch (random.nextInt(23)) {
            case 0, 1 -> new OpenPayment(story.payment, story.terms());
            case 2, 3, 4 -> observe();
            case 5, 6, 7 -> new ConfirmTransfer(story.payment, Trades.key(story, transfer()), 12);
            case 8 -> new RetractTransfer(story.payment, Trades.key(story, transfer()), loser());
            case 9 -> seldom() ? new CancelPayment(story.payment, story.buyer) : observe();
            case 10 -> seldom() ? new ExpirePayment(story.payment, story.refund) : observe();
            case 11 ->
                new RaiseDispute(
                        story.payment,
                        nextDispute(),
                        random.nextBoolean() ? story.buyer : story.seller,
                        DisputeCategory.DAMAGED,
                        story.sealed(story.buyer, "reason"));
            case 12 -> seldom() ? freeze() : new MakeEscrowReleasable(story.payment);
            case 13 -> new UnfreezeEscrow(story.payment, story.guard, story.sealed(story.guard, "reason"));
            case 14 -> new MakeEscrowReleasable(story.payment);
            case 15 -> seldom() ? new SettleEscrow(story.payment, story.release) : freeze();
            case 16, 17 -> new ApplyRuling(story.payment, dispute(), ruling(), story.release, story.refund);
            case 18 -> new RecordLegSettled(story.payment, story.release, story.hash(7));
            case 19 ->
                new ClaimReturn(
                        story.payment,
                        Trades.key(story, transfer()),
                        Story.address(0xEF),
                        Story.address(0xEE),
                        story.buyer);
            case 20 -> {
                int transfer = transfer();
                yield new ReturnExcess(
                        story.payment,
                        Trades.key(story, transfer),
                        Story.address(0xEF),
                        back(transfer),
                        story.guard,
                        story.sealed(story.guard, "reason"));
            }
            case 21 -> new RecordExcessReturned(story.payment, back(transfer()), story.hash(9));
            default -> new RecordLegSettled(story.payment, story.refund, story.hash(8));
        };
    }

    private CustodyTransferId back(int transfer) {
        return new CustodyTransferId(story.id(2000 + transfer));
    }

    private PaymentCommand freeze() {
        return new FreezeEscrow(story.payment, story.guard, story.sealed(story.guard, "reason"));
    }

    private PaymentCommand observe() {
        ObservedTransfer transfer = new ObservedTransfer(
                Trades.key(story, transfer()),
                Story.address(0xEE),
                story.depositAddress(),
                Wares.usdt("63"),
                50,
                block());
        return new ObserveTransfer(story.payment, transfer);
    }

    private Ruling ruling() {
        return switch (random.nextInt(5)) {
            case 0 -> Ruling.of(RulingKind.REFUND);
            case 1 -> Ruling.of(RulingKind.NO_ACTION);
            case 2 -> Ruling.compensation(Wares.usdt("25.50"), Wares.usdt("100"));
            default -> Ruling.of(RulingKind.REPLACEMENT);
        };
    }

    private int transfer() {
        return 1 + random.nextInt(TRANSFERS);
    }

    /** Two blocks compete for every transfer; one of them wins as a rule, or no payment would ever end. */
    private String block() {
        return story.hash(random.nextInt(12) == 0 ? 501 : 500);
    }

    private String loser() {
        return story.hash(seldom() ? 500 : 501);
    }

    private DisputeId nextDispute() {
        disputes++;
        return dispute();
    }

    private DisputeId dispute() {
        return new DisputeId(story.id(1000 + disputes));
    }

    private boolean seldom() {
        return random.nextInt(6) == 0;
    }
}
