package io.amanat.benchmark.trade;

import io.amanat.contract.custody.CustodyTransferCommand.InstructCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RecordBroadcast;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFinal;
import io.amanat.contract.custody.CustodyTransferCommand.RecordMined;
import io.amanat.contract.custody.CustodyTransferCommand.RecordSigned;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.disputes.DisputeCase;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeCommand.AddEvidence;
import io.amanat.contract.disputes.DisputeCommand.AddTimelineEntry;
import io.amanat.contract.disputes.DisputeCommand.OpenDispute;
import io.amanat.contract.disputes.DisputeCommand.ResolveDispute;
import io.amanat.contract.disputes.Evidence;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.PaymentCommand.ApplyRuling;
import io.amanat.contract.escrow.PaymentCommand.MakeEscrowReleasable;
import io.amanat.contract.escrow.PaymentCommand.RaiseDispute;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmDelivery;
import io.amanat.contract.marketplace.PurchaseRequestCommand.IssueDeliveryCode;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkDisputed;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkRefunded;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkSellerPaid;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import java.time.Instant;

/** The two ways in which a delivered trade ends here. */
final class Endings {

    private static final DeliveryCodeHash CODE = new DeliveryCodeHash("a".repeat(64));
    private static final DeliveryCodeHash WRONG = new DeliveryCodeHash("b".repeat(64));
    private static final Instant RESPOND_BY = Instant.parse("2030-01-01T00:00:00Z");

    private Endings() {}

    /** With one wrong try at the code. */
    static void completed(TradeScript script) {
        TradeIds ids = script.ids();
        AssetAmount held = Wares.USDT.amount(TradeScript.PRICE);
        script.buyer(new IssueDeliveryCode(ids.request(), ids.buyer(), CODE))
                .buyer(new ConfirmDelivery(ids.request(), ids.buyer(), WRONG))
                .buyer(new ConfirmDelivery(ids.request(), ids.buyer(), CODE))
                .platform("escrow", new MakeEscrowReleasable(ids.payment()))
                .platform("escrow", new SettleEscrow(ids.payment(), ids.release()));
        paidOut(
                script,
                ids.release(),
                TransferKind.RELEASE,
                ids.seller(),
                Wares.PAY_TO,
                held.minus(held.basisPoints(250)));
        script.platform("escrow", new MarkSellerPaid(ids.request(), ids.payment()));
    }

    static void refunded(TradeScript script) {
        TradeIds ids = script.ids();
        AssetAmount held = Wares.USDT.amount(TradeScript.PRICE);
        DisputeCase about = new DisputeCase(
                ids.payment(),
                ids.request(),
                ids.buyer(),
                ids.seller(),
                ids.buyer(),
                DisputeCategory.DAMAGED,
                Wares.sealed(ids.buyer(), 80),
                held,
                RESPOND_BY);
        Ruling ruling = Ruling.of(RulingKind.REFUND);
        script.buyer(new RaiseDispute(ids.payment(), ids.dispute(), ids.buyer(), about.category(), about.reason()))
                .platform("escrow", new MarkDisputed(ids.request(), ids.dispute()))
                .platform("escrow", new OpenDispute(ids.dispute(), about))
                .buyer(new AddEvidence(
                        ids.dispute(),
                        ids.buyer(),
                        false,
                        new Evidence(ids.evidence(), Wares.sealed(ids.buyer(), 40), "c".repeat(64))))
                .seller(new AddTimelineEntry(
                        ids.dispute(), ids.seller(), false, ids.uuid(19), Wares.sealed(ids.seller(), 60)))
                .person(
                        TradeIds.RESOLVER,
                        "resolver",
                        new ResolveDispute(
                                ids.dispute(), TradeIds.RESOLVER, ruling, Wares.sealed(TradeIds.RESOLVER, 60)))
                .platform("escrow", new ApplyRuling(ids.payment(), ids.dispute(), ruling, ids.release(), ids.refund()));
        paidOut(script, ids.refund(), TransferKind.REFUND, ids.buyer(), Wares.REFUND_TO, held);
        script.platform("escrow", new MarkRefunded(ids.request(), ids.payment()));
    }

    private static void paidOut(
            TradeScript script,
            CustodyTransferId transfer,
            TransferKind kind,
            UserId beneficiary,
            EvmAddress to,
            AssetAmount amount) {
        TradeIds ids = script.ids();
        String txHash = ids.hash(3);
        script.platform(
                        "escrow",
                        new InstructCustodyTransfer(
                                transfer,
                                new TransferInstruction(
                                        ids.payment(),
                                        ids.request(),
                                        ids.buyer(),
                                        ids.seller(),
                                        kind,
                                        beneficiary,
                                        to,
                                        amount)))
                .platform(
                        "payout",
                        new RecordSigned(
                                transfer,
                                1,
                                new SignedTransaction(
                                        Wares.CHAIN,
                                        Wares.address(0xC0),
                                        ids.number(),
                                        txHash,
                                        "0x" + "ab".repeat(110))))
                .platform("payout", new RecordBroadcast(transfer, 1))
                .platform("payout", new RecordMined(transfer, 1, 1_010, ids.hash(4)))
                .platform("payout", new RecordFinal(transfer, 1, 1_010, ids.hash(4)))
                .platform("escrow", new RecordLegSettled(ids.payment(), transfer, txHash));
    }
}
