package io.amanat.chain.watch;

import io.amanat.chain.evm.Block;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far a chain was read, and the blocks that lead there. */
final class Checkpoints {

    /** How many blocks before the checkpoint are remembered. A reorg below the oldest looks like another chain. */
    static final int BLOCKS_KEPT = 256;

    private final long chainId;
    private final JdbcClient jdbc;

    Checkpoints(long chainId, JdbcClient jdbc) {
        this.chainId = chainId;
        this.jdbc = jdbc;
    }

    Optional<KnownBlock> last() {
        return jdbc.sql("select block_number as number, block_hash as hash from chain_checkpoints where chain_id = ?")
                .param(chainId)
                .query(KnownBlock.class)
                .optional();
    }

    Optional<String> genesisHash() {
        return jdbc.sql("select genesis_hash from chain_checkpoints where chain_id = ?")
                .param(chainId)
                .query(String.class)
                .optional();
    }

    /** From the newest to the oldest. */
    List<KnownBlock> blocks() {
        return jdbc.sql("""
            select block_number as number, block_hash as hash from chain_blocks
            where chain_id = ? order by block_number desc\
            """)
                .param(chainId)
                .query((row, _) -> new KnownBlock(row.getLong("number"), row.getString("hash")))
                .list();
    }

    Optional<String> hashAt(long number) {
        return jdbc.sql("select block_hash from chain_blocks where chain_id = ? and block_number = ?")
                .params(chainId, number)
                .query(String.class)
                .optional();
    }

    void begin(Block genesis, Block first) {
        jdbc.sql("""
            insert into chain_checkpoints (chain_id, genesis_hash, block_number, block_hash, observed_at)
            values (?, ?, ?, ?, ?)\
            """)
                .params(chainId, genesis.hash(), first.number(), first.hash(), Timestamp.from(first.timestamp()))
                .update();
        remember(first);
    }

    void advanceTo(Block block) {
        move(block);
        remember(block);
        jdbc.sql("delete from chain_blocks where chain_id = ? and block_number < ?")
                .params(chainId, block.number() - BLOCKS_KEPT)
                .update();
    }

    void goBackTo(Block ancestor) {
        move(ancestor);
        jdbc.sql("delete from chain_blocks where chain_id = ? and block_number > ?")
                .params(chainId, ancestor.number())
                .update();
    }

    /** A block before the checkpoint that was not read: only its hash matters. */
    void remember(Block block) {
        jdbc.sql("""
            insert into chain_blocks (chain_id, block_number, block_hash, parent_hash) values (?, ?, ?, ?)
            on conflict (chain_id, block_number)
            do update set block_hash = excluded.block_hash, parent_hash = excluded.parent_hash\
            """)
                .params(chainId, block.number(), block.hash(), block.parentHash())
                .update();
    }

    private void move(Block block) {
        jdbc.sql("update chain_checkpoints set block_number = ?, block_hash = ?, observed_at = ? where chain_id = ?")
                .params(block.number(), block.hash(), Timestamp.from(block.timestamp()), chainId)
                .update();
    }

    record KnownBlock(long number, String hash) {}
}
