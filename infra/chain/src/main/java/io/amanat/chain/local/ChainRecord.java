package io.amanat.chain.local;

import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * By what the local chain is recognised: the time of its genesis, which makes its hash, and the hashes of some of its blocks.
 *
 * @param genesisTimestamp epoch seconds; anvil gets it at every start, since its genesis block would change otherwise
 * @param anchors the genesis block and the newest blocks at the last saves, oldest first; empty before the first start is done
 */
record ChainRecord(long chainId, long genesisTimestamp, List<Anchor> anchors) {

    private static final int ANCHORS_MAX = 16;
    private static final String FILE = "chain.json";

    record Anchor(long number, String hash) {}

    ChainRecord {
        anchors = List.copyOf(anchors);
    }

    static ChainRecord born(long chainId, Instant now) {
        return new ChainRecord(chainId, now.getEpochSecond(), List.of());
    }

    static Optional<ChainRecord> readFrom(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonMapper.shared().readValue(file, ChainRecord.class));
        } catch (JacksonException damaged) {
            throw new LocalChainUnavailable(
                    "The file " + file + " is damaged: restore it, or move the folder " + folder
                            + " away to begin a new chain.",
                    damaged);
        }
    }

    void writeTo(Path folder) throws IOException {
        WholeFile.write(folder.resolve(FILE), JsonMapper.shared().writeValueAsBytes(this));
    }

    /** This record with one more known block. */
    ChainRecord with(Block block) {
        Anchor anchor = new Anchor(block.number(), block.hash());
        if (anchors.contains(anchor)) {
            return this;
        }
        List<Anchor> more = new ArrayList<>(anchors);
        more.add(anchor);
        if (more.size() > ANCHORS_MAX) {
            more.remove(1);
        }
        return new ChainRecord(chainId, genesisTimestamp, more);
    }

    /** What is different about the chain behind the client; empty if it is the known one. */
    Optional<String> differenceTo(EvmClient client) {
        long otherId = client.chainId();
        if (otherId != chainId) {
            return Optional.of("its chain id is " + otherId + " and not " + chainId);
        }
        if (anchors.isEmpty()) {
            long timestamp = client.blockByNumber(0)
                    .map(Block::timestamp)
                    .orElse(Instant.EPOCH)
                    .getEpochSecond();
            return timestamp == genesisTimestamp
                    ? Optional.empty()
                    : Optional.of("its first block was made at another time");
        }
        return anchors.stream()
                .flatMap(anchor -> difference(anchor, client).stream())
                .findFirst();
    }

    private static Optional<String> difference(Anchor anchor, EvmClient client) {
        Optional<String> hash = client.blockByNumber(anchor.number()).map(Block::hash);
        if (hash.isEmpty()) {
            return Optional.of("it has no block " + anchor.number() + ", which was there before");
        }
        return hash.get().equals(anchor.hash())
                ? Optional.empty()
                : Optional.of("its block " + anchor.number() + " is " + hash.get() + " and not " + anchor.hash());
    }
}
