/**
 * The escrow saga: one instance per trade, from the acceptance of an offer to a paid seller, a refund or a cancellation.
 *
 * <p><b>Where the state lives.</b> In Axon's saga store, as JSON of {@code TradeState}; waits are rows of the
 * deadline manager. Everything else is asked of nobody: events bring what a step needs.
 *
 * <p><b>When it commits.</b> After a handler returns: state, associations, deadlines and the processor's token, in one transaction. A
 * handler returns only after its commands succeeded. One that fails leaves nothing behind and gets the same event again; its
 * commands are then sent again, whether or not they were stored the first time, and every aggregate takes a repeated one as done.
 * Therefore each handler first sends its commands and only then changes its state.
 *
 * <p><b>What is refused.</b> Each step names the refusals that are a normal outcome of a race (a deadline that comes at the instant
 * of the payment, say). A step between payment and custody that is refused otherwise is parked, and a guard sends it again: an
 * instruction, and the booking of a transfer that is final. Any other refusal contradicts the log: the handler fails and its processor
 * stops there, visibly, rather than lose a step of somebody's money.
 *
 * <p><b>What ends it.</b> A completed or refunded payment, a cancelled one, or one that expired with nothing held. A deadline that
 * outlives its saga reaches nobody; one that outlives the state it is about does nothing.
 */
@NullMarked
package io.amanat.saga.escrow;

import org.jspecify.annotations.NullMarked;
