package io.amanat.domain.escrow;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.DestinationId;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ApplyRuling;
import io.amanat.contract.escrow.PaymentCommand.CancelPayment;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ExpirePayment;
import io.amanat.contract.escrow.PaymentCommand.FreezeEscrow;
import io.amanat.contract.escrow.PaymentCommand.MakeEscrowReleasable;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentCommand.RaiseDispute;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentCommand.RetractTransfer;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.escrow.PaymentCommand.UnfreezeEscrow;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;

/** One trade of 100.00 USDT with 2.5 % fee and 1 % tolerance, and everything that can be said to its payment. */
final class Fixtures {
    static final long CHAIN = 31_337;
    static final Asset USDT = new Asset(CHAIN, address(0xA), Currency.USDT, 6);
    static final PaymentId PAYMENT = new PaymentId(uuid(1));
    static final PurchaseRequestId REQUEST = new PurchaseRequestId(uuid(2));
    static final UserId BUYER = new UserId(uuid(3));
    static final UserId SELLER = new UserId(uuid(4));
    static final UserId GUARD = new UserId(uuid(5));
    static final UserId STRANGER = new UserId(uuid(6));
    static final DisputeId DISPUTE = new DisputeId(uuid(7));
    static final DisputeId ANOTHER_DISPUTE = new DisputeId(uuid(8));
    static final CustodyTransferId RELEASE = new CustodyTransferId(uuid(9));
    static final CustodyTransferId REFUND = new CustodyTransferId(uuid(10));
    static final EvmAddress SENDER = address(0xE);
    static final EvmAddress DESTINATION = address(0xB);
    static final EvmAddress REFUND_ADDRESS = address(0xC);
    static final EvmAddress PAYOUT_ADDRESS = address(0xD);
    static final PersonalText REASON = PersonalText.of(GUARD, "c2VhbGVk");
    static final String TX = hash(900);
    static final EscrowTerms TERMS = terms(usdt("100"), 250, 100);

    private Fixtures() {}

    static EscrowTerms terms(AssetAmount due, int feeBps, int toleranceBps) {
        return terms(PaymentProvider.AMN_SCANNER, due, feeBps, toleranceBps);
    }

    static EscrowTerms terms(PaymentProvider provider, AssetAmount due, int feeBps, int toleranceBps) {
        return new EscrowTerms(
                REQUEST,
                new OfferId(uuid(11)),
                BUYER,
                SELLER,
                provider,
                due,
                feeBps,
                toleranceBps,
                REFUND_ADDRESS,
                PAYOUT_ADDRESS,
                new DestinationId(uuid(12)),
                DESTINATION,
                Instant.parse("2026-03-01T12:00:00Z"));
    }

    static AssetAmount usdt(String amount) {
        return USDT.amount(amount);
    }

    static TransferKey key(int n) {
        return new TransferKey(CHAIN, hash(n), n);
    }

    static ObservedTransfer transfer(int n, AssetAmount amount, String block) {
        return new ObservedTransfer(key(n), SENDER, DESTINATION, amount, 7, block);
    }

    static ObservedTransfer transfer(int n, String amount) {
        return transfer(n, usdt(amount), hash(700));
    }

    static CustodyTransferId returnOf(int n) {
        return new CustodyTransferId(uuid(100 + n));
    }

    static PaymentCommand open() {
        return new OpenPayment(PAYMENT, TERMS);
    }

    static PaymentCommand observe(int n, String amount) {
        return new ObserveTransfer(PAYMENT, transfer(n, amount));
    }

    static PaymentCommand retract(int n) {
        return new RetractTransfer(PAYMENT, key(n), hash(700));
    }

    static PaymentCommand confirm(int n) {
        return new ConfirmTransfer(PAYMENT, key(n), 12);
    }

    static PaymentCommand cancel(UserId by) {
        return new CancelPayment(PAYMENT, by);
    }

    static PaymentCommand expire() {
        return new ExpirePayment(PAYMENT, REFUND);
    }

    static PaymentCommand dispute(UserId by, DisputeId disputeId) {
        return new RaiseDispute(PAYMENT, disputeId, by, DisputeCategory.DAMAGED, REASON);
    }

    static PaymentCommand freeze(UserId by) {
        return new FreezeEscrow(PAYMENT, by, REASON);
    }

    static PaymentCommand unfreeze(UserId by) {
        return new UnfreezeEscrow(PAYMENT, by, REASON);
    }

    static PaymentCommand releasable() {
        return new MakeEscrowReleasable(PAYMENT);
    }

    static PaymentCommand settle() {
        return new SettleEscrow(PAYMENT, RELEASE);
    }

    static PaymentCommand ruled(Ruling ruling) {
        return new ApplyRuling(PAYMENT, DISPUTE, ruling, RELEASE, REFUND);
    }

    static PaymentCommand settled(CustodyTransferId leg) {
        return new RecordLegSettled(PAYMENT, leg, TX);
    }

    /** Opened and paid in full by transfer 1. */
    static PaymentCommand[] funded(PaymentCommand... then) {
        PaymentCommand[] commands = new PaymentCommand[then.length + 3];
        commands[0] = open();
        commands[1] = observe(1, "100");
        commands[2] = confirm(1);
        System.arraycopy(then, 0, commands, 3, then.length);
        return commands;
    }

    static UUID uuid(int n) {
        return new UUID(0x1111_0000_0000_4000L, 0x8000_0000_0000_0000L + n);
    }

    static EvmAddress address(int n) {
        return new EvmAddress("0x" + "%040x".formatted(n));
    }

    static String hash(int n) {
        return "0x" + "%064x".formatted(BigInteger.valueOf(n));
    }
}
