package io.amanat.saga.escrow;

import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFinalised;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.disputes.DisputeCase;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeEvent.DisputeOpened;
import io.amanat.contract.disputes.DisputeEvent.DisputeResolved;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseReceived;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.escrow.EscrowEvent.DisputeRaised;
import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowEvent.EscrowReleasable;
import io.amanat.contract.escrow.EscrowEvent.EscrowUnfrozen;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.PayInEvent.PaymentOpened;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.SettlementCause;
import io.amanat.contract.escrow.SettlementEvent.SettlementInstructed;
import io.amanat.contract.escrow.SettlementLeg;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryHandedOver;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferQuoted;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One trade's ids, amounts and events. */
final class Trade {
    static final PurchaseRequestId REQUEST = new PurchaseRequestId(new UUID(0, 1));
    static final OfferId OFFER = new OfferId(new UUID(0, 2));
    static final PaymentId PAYMENT = new PaymentId(new UUID(0, 3));
    static final UserId BUYER = new UserId(new UUID(0, 4));
    static final UserId SELLER = new UserId(new UUID(0, 5));
    static final DisputeId DISPUTE = new DisputeId(new UUID(0, 6));
    static final EvmAddress BUYERS = new EvmAddress("0x" + "b".repeat(40));
    static final EvmAddress SELLERS = new EvmAddress("0x" + "5".repeat(40));
    static final Asset USDC = new Asset(31337, new EvmAddress("0x" + "c".repeat(40)), Currency.USDC, 6);
    static final AssetAmount DUE = USDC.amount("125.50");
    static final AssetAmount TO_BUYER = USDC.amount("25.50");
    static final AssetAmount TO_SELLER = USDC.amount("100");
    static final String TX = "0x" + "7".repeat(64);
    static final PersonalText REASON = PersonalText.of(BUYER, "c2VhbGVk");

    static final CustodyTransferId RELEASE = TransferIds.of(TransferKind.RELEASE, PAYMENT);
    static final CustodyTransferId REFUND = TransferIds.of(TransferKind.REFUND, PAYMENT);
    static final CustodyTransferId RULED_RELEASE = TransferIds.of(TransferKind.RELEASE, PAYMENT, DISPUTE);
    static final CustodyTransferId RULED_REFUND = TransferIds.of(TransferKind.REFUND, PAYMENT, DISPUTE);

    static final OfferAccepted ACCEPTED = new OfferAccepted(
            REQUEST,
            OFFER,
            PAYMENT,
            BUYER,
            SELLER,
            Money.of("125.50", Currency.USDC),
            PaymentProvider.REQUEST_NETWORK,
            DUE,
            BUYERS,
            SELLERS);
    static final OfferQuoted QUOTED = new OfferQuoted(
            REQUEST,
            OFFER,
            PAYMENT,
            Quote.of(
                    Money.of("125.50", Currency.USD),
                    USDC,
                    UsdPrice.ONE,
                    UsdPrice.ONE,
                    List.of(),
                    EscrowFixture.NOW,
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(5)));
    static final EscrowTerms TERMS = new EscrowTerms(
            REQUEST,
            OFFER,
            BUYER,
            SELLER,
            PaymentProvider.REQUEST_NETWORK,
            DUE,
            EscrowFixture.POLICY.platformFeeBps(),
            EscrowFixture.POLICY.toleranceBps(),
            BUYERS,
            SELLERS,
            EscrowFixture.DESTINATION.destinationId(),
            EscrowFixture.DESTINATION.address(),
            EscrowFixture.NOW.plus(EscrowFixture.POLICY.paymentWindow()));
    static final PaymentOpened OPENED = new PaymentOpened(PAYMENT, TERMS);
    static final EscrowFunded FUNDED = new EscrowFunded(PAYMENT, REQUEST, DUE);
    static final DeliveryHandedOver HANDED_OVER = new DeliveryHandedOver(REQUEST);
    static final PurchaseRequestCompleted CONFIRMED =
            new PurchaseRequestCompleted(REQUEST, CompletionCause.DELIVERY_CONFIRMED);
    static final EscrowReleasable RELEASABLE = new EscrowReleasable(PAYMENT, REQUEST);
    static final EscrowUnfrozen GUARD_LET_GO =
            new EscrowUnfrozen(PAYMENT, FreezeCause.GUARD, DUE, null, REASON, List.of());
    static final EscrowUnfrozen DISPUTE_OVER =
            new EscrowUnfrozen(PAYMENT, FreezeCause.DISPUTE, DUE, DISPUTE, null, List.of());

    static final SettlementLeg TO_SELLER_LEG =
            new SettlementLeg(RULED_RELEASE, TransferKind.RELEASE, SELLER, SELLERS, TO_SELLER);
    static final SettlementLeg TO_BUYER_LEG =
            new SettlementLeg(RULED_REFUND, TransferKind.REFUND, BUYER, BUYERS, TO_BUYER);
    static final SettlementInstructed INSTRUCTED = new SettlementInstructed(
            PAYMENT, REQUEST, BUYER, SELLER, SettlementCause.RULING, List.of(TO_SELLER_LEG, TO_BUYER_LEG), USDC.zero());
    static final CustodyTransferFinalised LEG_FINAL =
            new CustodyTransferFinalised(RELEASE, 1, PAYMENT, TransferKind.RELEASE, DUE, TX, 9, TX);

    static final DisputeRaised RAISED = new DisputeRaised(
            PAYMENT, REQUEST, DISPUTE, BUYER, BUYER, SELLER, DisputeCategory.NOT_AS_DESCRIBED, REASON, DUE);
    static final DisputeCase CASE = new DisputeCase(
            PAYMENT,
            REQUEST,
            BUYER,
            SELLER,
            BUYER,
            DisputeCategory.NOT_AS_DESCRIBED,
            REASON,
            DUE,
            EscrowFixture.NOW.plus(EscrowFixture.POLICY.disputeResponseWindow()));
    static final DisputeOpened DISPUTE_OPENED = new DisputeOpened(DISPUTE, CASE);
    static final DisputeResponseReceived ANSWERED = new DisputeResponseReceived(DISPUTE, SELLER);

    static final List<Object> OPEN = List.of(ACCEPTED, OPENED);
    static final List<Object> PAID = List.of(ACCEPTED, OPENED, FUNDED);
    static final List<Object> DELIVERED = List.of(ACCEPTED, OPENED, FUNDED, HANDED_OVER);
    static final List<Object> DISPUTED = List.of(ACCEPTED, OPENED, FUNDED, HANDED_OVER, RAISED, DISPUTE_OPENED);

    private Trade() {}

    static PaymentOpened openedUntil(Instant payBy) {
        return new PaymentOpened(
                PAYMENT,
                new EscrowTerms(
                        TERMS.requestId(),
                        TERMS.offerId(),
                        TERMS.buyerId(),
                        TERMS.sellerId(),
                        TERMS.provider(),
                        TERMS.due(),
                        TERMS.platformFeeBps(),
                        TERMS.toleranceBps(),
                        TERMS.refundAddress(),
                        TERMS.payoutAddress(),
                        TERMS.destinationId(),
                        TERMS.destination(),
                        payBy));
    }

    static DisputeResolved resolved(Ruling ruling) {
        return new DisputeResolved(DISPUTE, PAYMENT, REQUEST, ruling, BUYER, REASON);
    }

    static TransferInstruction instruction(SettlementLeg leg) {
        return new TransferInstruction(
                PAYMENT, REQUEST, BUYER, SELLER, leg.kind(), leg.beneficiary(), leg.to(), leg.amount());
    }
}
