package io.amanat.benchmark;

import io.amanat.benchmark.postgres.PgbenchCommits;

/** The ids of the rows that goals and ratios name. */
final class Ids {

    static final String COMMITS_1 = PgbenchCommits.id(1, 16);
    static final String FULL_16 = "command-16";
    static final String FULL_256 = "command-256";
    static final String APPEND = "append-16";
    static final String LOADED = "loaded-16";
    static final String TRADES = "trades-16";

    static final String LIVE_256 = "live-command-256";
    static final String LATENCY = "row-200";
    static final String LATENCY_BUSY = "row-half";
    static final String START = "start";
    static final String MEMORY = "memory-start";
    static final String MEMORY_BUSY = "memory-queries";

    private Ids() {}
}
