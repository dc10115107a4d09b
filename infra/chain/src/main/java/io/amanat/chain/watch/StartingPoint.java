package io.amanat.chain.watch;

import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a chain that was never read before is read from. */
final class StartingPoint {

    /** How far the clocks of this server and of the chain may be apart. */
    private static final Duration CLOCK_SKEW_MAX = Duration.ofHours(1);

    private final EvmClient client;

    StartingPoint(EvmClient client) {
        this.client = client;
    }

    /**
     * The last block that cannot hold money of ours: the head, or if addresses were handed out while there was no node, a block before
     * the first of them.
     */
    Block before(Optional<Instant> firstAddressAt, Block head) {
        if (firstAddressAt.isEmpty()) {
            return head;
        }
        Instant safe = firstAddressAt.get().minus(CLOCK_SKEW_MAX);
        long below = 0;
        long above = head.number() + 1;
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            if (block(middle).timestamp().isBefore(safe)) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return block(below);
    }

    private Block block(long number) {
        return client.blockByNumber(number)
                .orElseThrow(() -> new IllegalStateException("The node does not show block " + number + "."));
    }
}
