package io.amanat.chain.reconcile;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.loop.Loop;

/** The reconciliation of one chain, with its node and its loop: what one waits for keeps no other waiting. */
record OneChain(long chainId, EvmClient client, Reconciler reconciler, Loop loop) {}
