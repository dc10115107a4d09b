package io.amanat.engine.job;

import io.amanat.contract.WireEnum;

/** Where a job is. */
enum JobState implements WireEnum {
    QUEUED,
    FILLING,
    INDEXING,
    CATCHING_UP,
    SWITCHING,
    COMPARING,
    DONE,
    FAILED,
    CANCELLED;

    boolean finished() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
