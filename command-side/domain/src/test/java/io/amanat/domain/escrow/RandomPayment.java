package io.amanat.domain.escrow;

import static io.amanat.domain.escrow.Fixtures.*;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.OffChainId;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ApplyRuling;
import io.amanat.contract.escrow.PaymentCommand.ApproveOffChain;
import io.amanat.contract.escrow.PaymentCommand.ClaimReturn;
import io.amanat.contract.escrow.PaymentCommand.ConfirmOffChain;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentCommand.RaiseDispute;
import io.amanat.contract.escrow.PaymentCommand.RecordExcessReturned;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentCommand.RejectOffChain;
import io.amanat.contract.escrow.PaymentCommand.RetractTransfer;
import io.amanat.contract.escrow.PaymentCommand.ReturnExcess;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What anybody might say to one payment, sensible or not. */
final class RandomPayment {
    private static final int TRANSFERS = 5;

    private final Random random;
    private final EscrowTerms terms;
    private final @Nullable RandomQuotes quotes;

    RandomPayment(long seed) {
        random = new Random(seed);
        Asset asset = new Asset(CHAIN, address(0xA), Currency.USDT, one(0, 2, 6, 18, 24));
        BigInteger due = new BigInteger(one(1, 3, 20, 70), random).add(BigInteger.ONE);
        quotes = random.nextInt(3) == 0 ? new RandomQuotes(random, asset) : null;
        terms = terms(
                random.nextInt(3) == 0 ? PaymentProvider.OTHER : PaymentProvider.AMN_SCANNER,
                quotes == null ? asset.units(due) : quotes.due(),
                one(0, 1, 250, 3_333, 10_000),
                one(0, 100, 5_000));
    }

    PaymentCommand open() {
        return new OpenPayment(PAYMENT, terms);
    }

    PaymentCommand next(PaymentState state) {
        int n = random.nextInt(TRANSFERS);
        if (RandomWriteOffs.possible(state) && random.nextInt(4) > 0) {
            return RandomWriteOffs.next(random, state, person());
        }
        if (state.balances().lost().positive() && random.nextBoolean()) {
            return RandomWriteOffs.recovering(state, transfer(n));
        }
        return switch (random.nextInt(25)) {
            case 0, 1, 2, 3 -> new PaymentCommand.ObserveTransfer(PAYMENT, transfer(n));
            case 4, 5, 6, 7 -> quotes == null ? confirm(n) : quotes.confirm(n);
            case 23 -> quotes == null ? confirm(n) : quotes.next();
            case 24 -> vouched(state);
            case 8 -> new RetractTransfer(PAYMENT, key(n), block());
            case 9 -> random.nextInt(8) == 0 ? cancel(person()) : confirm(n);
            case 10 -> random.nextInt(4) == 0 ? expire() : confirm(n);
            case 11 -> new RaiseDispute(PAYMENT, disputeId(), person(), DisputeCategory.OTHER, REASON);
            case 12 -> freeze(person());
            case 13 -> unfreeze(person());
            case 14 -> releasable();
            case 15 -> random.nextBoolean() ? settle() : open();
            case 16, 17 -> new ApplyRuling(PAYMENT, disputeId(), ruling(state), RELEASE, REFUND);
            case 18 -> new ClaimReturn(PAYMENT, key(n), REFUND_ADDRESS, random.nextBoolean() ? null : SENDER, person());
            case 19 -> new ReturnExcess(PAYMENT, key(n), REFUND_ADDRESS, returnOf(n), GUARD, REASON);
            case 20 -> new RecordExcessReturned(PAYMENT, returnOf(n), TX);
            default -> new RecordLegSettled(PAYMENT, leg(), TX);
        };
    }

    /** Sensible more often than not, or no walk would ever be paid so. */
    private PaymentCommand vouched(PaymentState state) {
        OffChainId id = new OffChainId(new UUID(0, 600 + random.nextInt(3)));
        AssetAmount missing = state.due().minus(state.held());
        return switch (random.nextInt(3)) {
            case 0 ->
                new ConfirmOffChain(PAYMENT, id, missing.amount(), REASON, random.nextBoolean() ? STRANGER : person());
            case 1 ->
                new ApproveOffChain(
                        PAYMENT,
                        state.offChain() == null ? id : state.offChain().id(),
                        random.nextBoolean() ? GUARD : person(),
                        REASON);
            default -> new RejectOffChain(PAYMENT, id, person(), REASON);
        };
    }

    private ObservedTransfer transfer(int n) {
        BigInteger due = terms.due().units();
        BigInteger units = switch (random.nextInt(5)) {
            case 0 -> due;
            case 1 -> due.shiftRight(1);
            case 2 -> due.add(BigInteger.ONE);
            case 3 -> BigInteger.valueOf(random.nextInt(2));
            default -> new BigInteger(due.bitLength() + 1, random);
        };
        return Fixtures.transfer(n, terms.due().asset().units(units), block());
    }

    private Ruling ruling(PaymentState state) {
        RulingKind kind = List.of(RulingKind.values()).get(random.nextInt(RulingKind.values().length));
        if (kind != RulingKind.COMPENSATION) {
            return Ruling.of(kind);
        }
        AssetAmount held = state.held();
        AssetAmount some = held.asset()
                .units(new BigInteger(held.units().bitLength(), random))
                .min(held);
        AssetAmount rest = held.minus(some);
        return Ruling.compensation(some, random.nextInt(5) == 0 ? rest.plus(terms.due()) : rest);
    }

    private String block() {
        return hash(700 + random.nextInt(3));
    }

    private UserId person() {
        return List.of(BUYER, SELLER, GUARD, STRANGER).get(random.nextInt(4));
    }

    private DisputeId disputeId() {
        return random.nextInt(4) == 0 ? ANOTHER_DISPUTE : DISPUTE;
    }

    private CustodyTransferId leg() {
        return random.nextBoolean() ? RELEASE : REFUND;
    }

    private int one(int... of) {
        return of[random.nextInt(of.length)];
    }
}
