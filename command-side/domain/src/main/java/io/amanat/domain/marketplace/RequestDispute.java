package io.amanat.domain.marketplace;

import io.amanat.contract.disputes.DisputeId;

/** A dispute that froze the request, and what its ruling has done to the request so far. */
record RequestDispute(DisputeId id, Ending ending) {
    enum Ending {
        NONE,
        RESUMED,
        COMPLETED
    }
}
