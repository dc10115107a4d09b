package io.amanat.saga.port;

import java.time.Instant;

/** How far the chain has been watched. */
public interface ChainWatch {
    /**
     * Everything that happened on the chain up to this instant has been told to the payments. A deadline about money seen on a chain
     * does not fire before: a blind watcher is no reason to let a payment expire.
     */
    Instant observedUntil(long chainId);
}
