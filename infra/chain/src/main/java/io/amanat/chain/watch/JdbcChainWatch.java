package io.amanat.chain.watch;

import io.amanat.saga.port.ChainWatch;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers from the watcher's tables; also while no watcher runs, and then for as long the same. */
public final class JdbcChainWatch implements ChainWatch {

    private static final Duration BLOCK_TIME_UNIT = Duration.ofSeconds(1);

    private final JdbcClient jdbc;

    public JdbcChainWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the chain's own time: the timestamp of a block. {@link Instant#EPOCH} for a chain that was never read. */
    @Override
    public Instant observedUntil(long chainId) {
        // The checkpoint first: what is read in between lies above it.
        Instant read = jdbc.sql("select observed_at from chain_checkpoints where chain_id = ?")
                .param(chainId)
                .query((row, _) -> row.getTimestamp(1))
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
        Optional<Instant> untold = new Observations(chainId, jdbc).oldestUntold();
        return untold.map(time -> time.minus(BLOCK_TIME_UNIT))
                .filter(read::isAfter)
                .orElse(read);
    }
}
