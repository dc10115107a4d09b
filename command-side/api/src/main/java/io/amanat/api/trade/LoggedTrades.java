package io.amanat.api.trade;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.audit.EventHistory;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.DestinationEvent.DestinationAllocated;
import io.amanat.contract.custody.DestinationId;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferScreened;
import io.amanat.contract.custody.screening.ScreeningId;
import io.amanat.contract.custody.screening.ScreeningRule;
import io.amanat.contract.disputes.DisputeEvent.DisputeOpened;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.DisputeRule;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PayInEvent.PaymentOpened;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.contract.money.Asset;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class LoggedTrades implements Trades {
    private final EventLog log;
    private final EventHistory history;

    LoggedTrades(EventLog log, EventHistory history) {
        this.log = log;
        this.history = history;
    }

    @Override
    public PurchaseRequestId known(PurchaseRequestId requestId) {
        log.correlation(requestId, PurchaseRequestCreated.class, MarketplaceRule.NO_SUCH_REQUEST);
        return requestId;
    }

    @Override
    public PurchaseRequestId of(PaymentId paymentId) {
        return PurchaseRequestId.of(log.correlation(paymentId, PaymentOpened.class, EscrowRule.NO_SUCH_PAYMENT));
    }

    @Override
    public PurchaseRequestId of(DisputeId disputeId) {
        return PurchaseRequestId.of(log.correlation(disputeId, DisputeOpened.class, DisputeRule.NO_SUCH_DISPUTE));
    }

    @Override
    public PurchaseRequestId of(CustodyTransferId transferId) {
        return PurchaseRequestId.of(
                log.correlation(transferId, CustodyTransferInstructed.class, CustodyRule.NO_SUCH_TRANSFER));
    }

    @Override
    public UserId beneficiaryOf(CustodyTransferId transferId) {
        return history.ofTrade(of(transferId)).stream()
                .map(StoredEvent::event)
                .filter(CustodyTransferInstructed.class::isInstance)
                .map(CustodyTransferInstructed.class::cast)
                .filter(instructed -> instructed.transferId().equals(transferId))
                .map(instructed -> instructed.instruction().beneficiary())
                .findFirst()
                .orElseThrow(() -> new RuleViolated(CustodyRule.NO_SUCH_TRANSFER));
    }

    @Override
    public PurchaseRequestId of(DestinationId destinationId) {
        return PurchaseRequestId.of(
                log.correlation(destinationId, DestinationAllocated.class, CustodyRule.NO_SUCH_DESTINATION));
    }

    @Override
    public PurchaseRequestId of(ScreeningId screeningId) {
        return PurchaseRequestId.of(
                log.correlation(screeningId, TransferScreened.class, ScreeningRule.NO_SUCH_SCREENING));
    }

    @Override
    public Parties partiesOf(ScreeningId screeningId) {
        List<StoredEvent> events = history.ofTrade(of(screeningId));
        PaymentId paid = events.stream()
                .map(StoredEvent::event)
                .filter(TransferScreened.class::isInstance)
                .map(TransferScreened.class::cast)
                .filter(screened -> screened.screeningId().equals(screeningId))
                .map(TransferScreened::paymentId)
                .findFirst()
                .orElseThrow(() -> new RuleViolated(ScreeningRule.NO_SUCH_SCREENING));
        return partiesOf(paid, events);
    }

    @Override
    public Parties partiesOf(PaymentId paymentId) {
        return partiesOf(paymentId, history.ofTrade(of(paymentId)));
    }

    private static Parties partiesOf(PaymentId paid, List<StoredEvent> events) {
        return events.stream()
                .map(StoredEvent::event)
                .filter(PaymentOpened.class::isInstance)
                .map(PaymentOpened.class::cast)
                .filter(opened -> opened.paymentId().equals(paid))
                .map(opened ->
                        new Parties(opened.terms().buyerId(), opened.terms().sellerId()))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(EscrowRule.NO_SUCH_PAYMENT));
    }

    @Override
    public Asset assetOf(DisputeId disputeId) {
        return history.ofTrade(of(disputeId)).stream()
                .map(stored -> stored.event())
                .filter(DisputeOpened.class::isInstance)
                .map(DisputeOpened.class::cast)
                .filter(opened -> opened.disputeId().equals(disputeId))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(DisputeRule.NO_SUCH_DISPUTE))
                .disputeCase()
                .atStake()
                .asset();
    }
}
