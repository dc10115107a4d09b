package io.amanat.chain.reconcile;

import io.amanat.contract.custody.TransferFailures;

/** The rows of {@code custody_transactions t} whose token moved something else than was instructed, such as one that keeps a fee. */
final class MovedOtherwise {
    /** A condition. */
    static final String ROWS = "(t.state = 'reverted' and t.failure like '" + TransferFailures.MOVED_OTHERWISE + "%')";

    /** What arrived, as the worker wrote it down; 0 where it did not. */
    static final String RECEIVED = "coalesce(cast(substring(t.failure from '" + TransferFailures.MOVED_OTHERWISE
            + ": ([0-9]+) of') as numeric), 0)";

    private MovedOtherwise() {}
}
