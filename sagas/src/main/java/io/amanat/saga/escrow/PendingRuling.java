package io.amanat.saga.escrow;

import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.Ruling;

/** A ruling that could not be carried out yet, because a guard keeps the escrow frozen. */
record PendingRuling(DisputeId disputeId, Ruling ruling) {}
