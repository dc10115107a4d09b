package io.amanat.contract.escrow;

import io.amanat.contract.Event;

/** What happened to a payment and its escrow. */
public sealed interface PaymentEvent extends Event
        permits PayInEvent,
                QuoteEvent,
                OffChainEvent,
                StrayEvent,
                ReorgEvent,
                WriteOffEvent,
                EscrowEvent,
                SettlementEvent {
    PaymentId paymentId();

    @Override
    default PaymentId subject() {
        return paymentId();
    }
}
