package io.amanat.chain.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Lets a test have a second local chain, with an id of its own. */
public final class BornChains {

    private BornChains() {}

    /** An empty chain of this id is known in the folder from now on; {@link LocalChain#start} begins it. */
    public static void born(Path folder, long chainId) throws IOException {
        ChainRecord.born(chainId, Instant.now()).writeTo(folder);
    }
}
