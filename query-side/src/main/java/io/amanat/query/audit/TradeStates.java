package io.amanat.query.audit;

import io.amanat.contract.Identifier;
import io.amanat.contract.WireEnum;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.AssetAmount;
import io.amanat.query.view.MoneyView;
import io.amanat.query.view.Presentation;
import io.amanat.query.view.TokenAmountView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a folded trade. */
@Component
class TradeStates {
    private final Presentation show;

    TradeStates(Presentation show) {
        this.show = show;
    }

    /** {@code events} is not empty, and in the log's order. */
    TradeStateView of(PurchaseRequestId requestId, List<StoredEvent> events) {
        TradeFold trade = TradeFold.of(events);
        StoredEvent last = events.getLast();
        return new TradeStateView(
                requestId.value(),
                last.position(),
                last.at(),
                request(trade.request),
                trade.offers.values().stream().map(TradeStates::offer).toList(),
                trade.payment == null ? null : payment(trade.payment),
                trade.payment == null ? List.of() : balances(trade.payment.balances),
                trade.dispute == null ? null : dispute(trade.dispute),
                trade.transfers.values().stream().map(this::transfer).toList(),
                events.size());
    }

    private static TradeStateView.RequestState request(RequestFold request) {
        return new TradeStateView.RequestState(
                request.status.wire(),
                uuid(request.buyerId),
                uuid(request.sellerId),
                uuid(request.acceptedOfferId),
                uuid(request.paymentId),
                uuid(request.disputeId),
                wire(request.cancellationCause),
                wire(request.completionCause),
                request.deliveryAttempts);
    }

    private static TradeStateView.OfferState offer(OfferFold offer) {
        return new TradeStateView.OfferState(
                offer.id().value(),
                offer.sellerId().value(),
                offer.status().wire(),
                new MoneyView(offer.price().amount(), offer.price().currency().wire()));
    }

    private TradeStateView.PaymentState payment(PaymentFold payment) {
        return new TradeStateView.PaymentState(
                payment.id.value(),
                payment.status.wire(),
                wire(payment.escrowState),
                show.amount(payment.due),
                show.amount(payment.held),
                wire(payment.frozen()));
    }

    private List<TradeStateView.AccountBalance> balances(BalancesFold balances) {
        return balances.all().stream()
                .map(balance -> new TradeStateView.AccountBalance(
                        balance.account().wire(),
                        balance.amount(),
                        balance.asset().currency().wire(),
                        balance.asset().chainId(),
                        show.address(balance.asset().contract().value())))
                .toList();
    }

    private TradeStateView.DisputeState dispute(DisputeFold dispute) {
        Ruling ruling = dispute.ruling();
        return new TradeStateView.DisputeState(
                dispute.id().value(),
                dispute.status().wire(),
                dispute.about().category().wire(),
                dispute.about().openedBy().value(),
                show.amount(dispute.about().atStake()),
                dispute.evidenceCount(),
                dispute.timelineCount(),
                ruling == null ? null : ruling.kind().wire(),
                ruling == null ? null : amount(ruling.toBuyer()),
                ruling == null ? null : amount(ruling.toSeller()));
    }

    private TradeStateView.TransferState transfer(TransferFold transfer) {
        return new TradeStateView.TransferState(
                transfer.id().value(),
                transfer.instruction().kind().wire(),
                transfer.status().wire(),
                show.amount(transfer.instruction().amount()),
                show.address(transfer.instruction().to().value()),
                transfer.attempt(),
                transfer.txHash());
    }

    private @Nullable TokenAmountView amount(@Nullable AssetAmount amount) {
        return amount == null ? null : show.amount(amount);
    }

    private static @Nullable UUID uuid(@Nullable Identifier id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String wire(@Nullable WireEnum value) {
        return value == null ? null : value.wire();
    }
}
