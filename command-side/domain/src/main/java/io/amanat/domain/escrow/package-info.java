/**
 * A payment and the escrow that it funds: {@link io.amanat.domain.escrow.Payment} is the aggregate,
 * {@link io.amanat.domain.escrow.PaymentLifecycle} and {@link io.amanat.domain.escrow.EscrowLifecycle} say what follows what.
 *
 * <p>A command becomes events in two steps: a class named after the activity ({@code Observing}, {@code Crediting}, {@code Closing},
 * {@code Freezing}, {@code Adjudicating}, {@code Settling}) checks the rules and answers the events; {@code PaymentState} follows
 * them, and refuses what would take an account below zero. A repeated command is recognised by its id or its effect and answers no
 * events.
 *
 * <p><b>Freezes.</b> Dispute, guard and chain reorganisation each freeze for themselves; money stands in {@code disputed} until the
 * last of them is lifted, and nothing leaves before. So lifting one of two freezes moves an amount of zero. An escrow may become
 * releasable while it is frozen, but it is not settled then: {@code SettleEscrow}, a refund or a compensation by ruling, and the
 * expiry of a partly paid escrow are refused with {@code FROZEN_ESCROW_DOES_NOT_MOVE}. Whoever sent them waits for
 * {@code EscrowUnfrozen} and sends them again, unchanged.
 *
 * <p><b>Reorganisations.</b> Credited money that leaves the chain leaves the books: out of the escrow, out of what is frozen, out of
 * what is owed to the payer, or, when it has been paid out already, out of {@code exposure}, the platform's loss. One transaction stands
 * in one block: seen in another, all that was seen of it in the first is taken back, whatever its log index is now.
 *
 * <p><b>Write-offs.</b> What nobody covers an admin proposes to write off and a guard approves: it moves from {@code exposure} to
 * {@code loss}, and what was promised to the parties stays promised. Confirmed money makes good first the exposure, then the loss.
 *
 * <p><b>Quotes.</b> A price in another currency than its token's is due by a quote with an end. Money that comes later, while the escrow is
 * not funded, is confirmed and waits in clearing: a new quote credits it, the end of the payment window sets it aside.
 *
 * <p>The end of a dispute leads back to {@code funded}, whatever was before; a ruling of no action makes the escrow releasable anew.
 */
@NullMarked
package io.amanat.domain.escrow;

import org.jspecify.annotations.NullMarked;
