package io.amanat.query.audit;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.disputes.DisputeEvent;
import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.marketplace.OfferEvent;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The state of a trade, from its events and nothing else: no read table, no clock. Folding the same events always gives the same, so
 * it says what was known at any point of the log.
 */
final class TradeFold {
    final RequestFold request = new RequestFold();
    final Map<OfferId, OfferFold> offers = new LinkedHashMap<>();
    final Map<CustodyTransferId, TransferFold> transfers = new LinkedHashMap<>();

    @Nullable
    PaymentFold payment;

    /** The latest. */
    @Nullable
    DisputeFold dispute;

    static TradeFold of(List<StoredEvent> events) {
        TradeFold trade = new TradeFold();
        events.forEach(trade::apply);
        return trade;
    }

    private void apply(StoredEvent stored) {
        switch (stored.event()) {
            case PurchaseRequestEvent e -> request(e);
            case PaymentEvent e -> payment(e);
            case DisputeEvent e -> dispute(e);
            case CustodyTransferEvent e -> transfer(e);
            default -> {}
        }
    }

    private void request(PurchaseRequestEvent event) {
        request.apply(event);
        if (event instanceof OfferEvent.OfferMade made) {
            offers.put(made.offerId(), OfferFold.made(made));
        } else if (event instanceof OfferEvent offer) {
            offers.computeIfPresent(offer.offerId(), (id, before) -> before.after(offer));
        }
    }

    private void payment(PaymentEvent event) {
        if (event instanceof PayInEvent.PaymentOpened opened) {
            payment = new PaymentFold(opened);
        }
        Objects.requireNonNull(payment, "a payment begins with being opened").apply(event);
    }

    private void dispute(DisputeEvent event) {
        if (event instanceof DisputeEvent.DisputeOpened opened) {
            dispute = DisputeFold.opened(opened);
        } else if (dispute != null && dispute.id().equals(event.disputeId())) {
            dispute = dispute.after(event);
        }
    }

    private void transfer(CustodyTransferEvent event) {
        if (event instanceof CustodyTransferEvent.CustodyTransferInstructed instructed) {
            transfers.put(instructed.transferId(), TransferFold.instructed(instructed));
        } else {
            transfers.computeIfPresent(event.transferId(), (id, before) -> before.after(event));
        }
    }
}
