package io.amanat.query.audit;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.DestinationId;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.OfferEvent;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.OfferTerms;
import io.amanat.contract.marketplace.ProductType;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestLifecycleEvent;
import io.amanat.contract.marketplace.Urgency;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The events of one trade, told one after the other, a second apart, from position 100. */
final class Story {
    static final Instant BEGIN = Instant.parse("2026-01-31T12:00:00Z");
    static final Asset USDC = new Asset(31337, new EvmAddress("0x" + "ab".repeat(20)), Currency.USDC, 6);
    static final EvmAddress WALLET = new EvmAddress("0x" + "cd".repeat(20));
    static final String HASH = "0x" + "12".repeat(32);

    final UserId buyer = new UserId(UUID.randomUUID());
    final UserId seller = new UserId(UUID.randomUUID());
    final PurchaseRequestId request = new PurchaseRequestId(UUID.randomUUID());
    final OfferId offer = new OfferId(UUID.randomUUID());
    final PaymentId payment = new PaymentId(UUID.randomUUID());
    final DisputeId dispute = new DisputeId(UUID.randomUUID());
    final CustodyTransferId transfer = new CustodyTransferId(UUID.randomUUID());
    final TransferKey key = new TransferKey(31337, HASH, 0);

    private final List<StoredEvent> told = new ArrayList<>();

    Story then(Event... events) {
        for (Event event : events) {
            int number = told.size();
            told.add(new StoredEvent(
                    100 + number,
                    UUID.randomUUID().toString(),
                    event.subject().toString(),
                    number,
                    event.getClass().getAnnotation(EventType.class).value(),
                    BEGIN.plusSeconds(number),
                    event,
                    Map.of()));
        }
        return this;
    }

    List<StoredEvent> events() {
        return List.copyOf(told);
    }

    TradeFold folded() {
        return TradeFold.of(told);
    }

    AssetAmount usdc(String amount) {
        return USDC.amount(amount);
    }

    PersonalText text() {
        return PersonalText.of(buyer, "dGV4dA");
    }

    Story asked() {
        return then(new RequestLifecycleEvent.PurchaseRequestCreated(
                request,
                buyer,
                new RequestDetails(
                        text(),
                        text(),
                        ProductType.DIGITAL_PRODUCT,
                        new RequestDetails.Budget(Money.of("1", Currency.USDC), Money.of("200", Currency.USDC)),
                        Urgency.LOW,
                        1,
                        List.of(),
                        new RequestDetails.DeliveryPreferences(DeliveryMethod.DIGITAL, null, null, null),
                        null,
                        List.of())));
    }

    Story offered() {
        return then(new OfferEvent.OfferMade(
                request, offer, seller, new OfferTerms(Money.of("100", Currency.USDC), 5, null, WALLET, null)));
    }

    Story accepted() {
        return then(new OfferEvent.OfferAccepted(
                request,
                offer,
                payment,
                buyer,
                seller,
                Money.of("100", Currency.USDC),
                PaymentProvider.AMN_SCANNER,
                usdc("100"),
                WALLET,
                WALLET));
    }

    Story opened() {
        return then(new PayInEvent.PaymentOpened(
                payment,
                new EscrowTerms(
                        request,
                        offer,
                        buyer,
                        seller,
                        PaymentProvider.AMN_SCANNER,
                        usdc("100"),
                        100,
                        0,
                        WALLET,
                        WALLET,
                        new DestinationId(UUID.randomUUID()),
                        WALLET,
                        BEGIN.plusSeconds(3600))));
    }

    Story detected(String amount) {
        return then(new PayInEvent.TransferDetected(
                payment, new ObservedTransfer(key, WALLET, WALLET, usdc(amount), 7, HASH)));
    }

    Story held(String amount) {
        return then(new PayInEvent.FundsHeld(payment, key, usdc(amount), usdc(amount)));
    }

    Story payoutSigned() {
        TransferInstruction instruction = new TransferInstruction(
                payment, request, buyer, seller, TransferKind.RELEASE, seller, WALLET, usdc("99"));
        return then(
                new CustodyTransferEvent.CustodyTransferInstructed(transfer, instruction, false),
                new CustodyTransferEvent.CustodyTransferApproved(transfer, 1, instruction, null, null),
                new CustodyTransferEvent.CustodyTransferSigned(
                        transfer, 1, new SignedTransaction(31337, WALLET, 0, HASH, "0x00")));
    }
}
