package io.amanat.saga.port;

import java.time.Duration;

/**
 * The terms on which new escrows are opened.
 *
 * @param paymentWindow from acceptance until the money must have been seen
 * @param inspectionWindow from hand-over until the delivery counts as accepted
 * @param disputeResponseWindow from the opening of a dispute until the other side must have answered
 * @param platformFeeBps hundredths of a percent of what the seller gets
 * @param toleranceBps how many hundredths of a percent may be missing and the escrow still counts as funded
 */
public record EscrowPolicy(
        Duration paymentWindow,
        Duration inspectionWindow,
        Duration disputeResponseWindow,
        int platformFeeBps,
        int toleranceBps) {}
