package io.amanat.benchmark.trade;

/** How far a trade goes. */
public enum TradeKind {
    /** Asked for, with two offers, one of them revised. */
    OPEN,
    /** Confirmed with the code, and the seller paid. */
    COMPLETED,
    /** Disputed after the hand-over, and the buyer refunded. */
    REFUNDED
}
