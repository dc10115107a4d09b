package io.amanat.query.testing;

import io.amanat.contract.EventPositions;

/** Positions that a test sets. */
public final class SettablePositions implements EventPositions {
    private volatile long head = 1_000_000;
    private volatile long projected = 1_000_000;

    @Override
    public long head() {
        return head;
    }

    @Override
    public long projected() {
        return projected;
    }

    public void set(long newHead, long newProjected) {
        head = newHead;
        projected = newProjected;
    }
}
