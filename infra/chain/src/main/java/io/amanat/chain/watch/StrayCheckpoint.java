package io.amanat.chain.watch;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a chain was looked through for strays. */
final class StrayCheckpoint {

    private final long chainId;
    private final JdbcClient jdbc;

    StrayCheckpoint(long chainId, JdbcClient jdbc) {
        this.chainId = chainId;
        this.jdbc = jdbc;
    }

    /** The last block that was looked through; the first time it is {@code number}, and what was before is not looked through. */
    long orBeginAt(long number) {
        return jdbc.sql("select block_number from stray_checkpoints where chain_id = ?")
                .param(chainId)
                .query(Long.class)
                .optional()
                .orElseGet(() -> {
                    moveTo(number);
                    return number;
                });
    }

    void moveTo(long number) {
        jdbc.sql("""
            insert into stray_checkpoints (chain_id, block_number) values (?, ?)
            on conflict (chain_id) do update set block_number = excluded.block_number\
            """).params(chainId, number).update();
    }
}
