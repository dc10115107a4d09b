package io.amanat.chain.sweep;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.loop.Loop;

/** The sweeps of one chain, with its node and its loop: what one waits for keeps no other waiting. */
record SweptChain(
        long chainId, EvmClient client, SweepPlanner planner, SweepHandBack handBack, SweepWorker worker, Loop loop) {}
