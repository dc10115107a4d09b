package io.amanat.chain.sweep;

import io.amanat.chain.sweep.Sweep.MinedIn;
import io.amanat.chain.sweep.Sweep.Price;
import io.amanat.chain.sweep.Sweep.State;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sweeps of one chain. Every change is one statement that names the state that it leaves: whoever comes second changes nothing and is
 * told so.
 */
final class SweepTable {

    private static final int BATCH_MAX = 500;

    private final long chainId;
    private final JdbcClient jdbc;

    SweepTable(long chainId, JdbcClient jdbc) {
        this.chainId = chainId;
        this.jdbc = jdbc;
    }

    /** Due to be looked at, by address and nonce. */
    List<Sweep> due(Instant now, State... states) {
        return jdbc.sql("""
            select * from sweep_transactions
            where chain_id = :chain and state in (:states) and (retry_at is null or retry_at <= :now)
            order by from_address, nonce, created_at, id limit %d\
            """.formatted(BATCH_MAX))
                .param("chain", chainId)
                .param("states", Arrays.stream(states).map(SweepTable::wire).toList())
                .param("now", Timestamp.from(now))
                .query((row, _) -> SweepRow.read(row))
                .list();
    }

    /** Final on the chain, and the destination was not told. */
    List<Sweep> unrecorded(Instant now) {
        return jdbc.sql("""
            select * from sweep_transactions
            where chain_id = ? and state = 'final' and not recorded and (retry_at is null or retry_at <= ?)
            order by mined_block_number, log_index limit %d\
            """.formatted(BATCH_MAX))
                .params(chainId, Timestamp.from(now))
                .query((row, _) -> SweepRow.read(row))
                .list();
    }

    Optional<Sweep> one(UUID batch, UUID id) {
        return jdbc.sql("select * from sweep_transactions where chain_id = ? and batch_id = ? and id = ?")
                .params(chainId, batch, id)
                .query((row, _) -> SweepRow.read(row))
                .optional();
    }

    /** All sweeps from one address that are underway, of every batch. */
    List<Sweep> underway(EvmAddress from) {
        return jdbc.sql("""
            select * from sweep_transactions
            where chain_id = ? and from_address = ? and state not in ('planned', 'final', 'failed', 'cancelled')
            order by nonce, created_at, id\
            """)
                .params(chainId, from.value())
                .query((row, _) -> SweepRow.read(row))
                .list();
    }

    /** Nonces that are given away, or used. */
    Set<Long> nonces(EvmAddress from) {
        return jdbc.sql("""
            select nonce from sweep_transactions
            where chain_id = ? and from_address = ? and nonce is not null and state <> 'cancelled'\
            """).params(chainId, from.value()).query(Long.class).list().stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void priced(Sweep sweep, Price price) {
        change(
                sweep,
                State.PRICED,
                ", gas_limit = ?, max_fee_per_gas_wei = ?, max_priority_fee_per_gas_wei = ?",
                price.gasLimit(),
                decimal(price.fees().maxFeePerGasWei()),
                decimal(price.fees().maxPriorityFeePerGasWei()));
    }

    void offered(Sweep sweep, long nonce, Instant at) {
        change(sweep, State.UNSIGNED, ", nonce = ?, offered_at = ?", nonce, Timestamp.from(at));
    }

    /** False if it no longer waits for a signature. */
    boolean handedBack(Sweep sweep, SignedTransaction signed, String by, Instant at) {
        return change(
                sweep,
                State.HANDED_BACK,
                ", raw_transaction = ?, tx_hash = ?, handed_back_by = ?, handed_back_at = ?",
                HexFormat.of().parseHex(signed.raw().substring(2)),
                signed.txHash(),
                by,
                Timestamp.from(at));
    }

    /** Also after a reorg threw it out of its block. */
    void broadcast(Sweep sweep) {
        change(sweep, State.BROADCAST, ", mined_block_number = null, mined_block_hash = null");
    }

    void mined(Sweep sweep, MinedIn block) {
        change(
                sweep,
                State.MINED,
                ", mined_block_number = ?, mined_block_hash = ?",
                block.blockNumber(),
                block.blockHash());
    }

    void swept(Sweep sweep, MinedIn block, long logIndex) {
        change(
                sweep,
                State.FINAL,
                ", mined_block_number = ?, mined_block_hash = ?, log_index = ?",
                block.blockNumber(),
                block.blockHash(),
                logIndex);
    }

    void failed(Sweep sweep, String failure) {
        change(sweep, State.FAILED, ", failure = ?", failure);
    }

    void cancelled(Sweep sweep, String why) {
        change(sweep, State.CANCELLED, ", failure = ?", why);
    }

    /** Those that nobody signed in time; their nonces are free again. */
    void expire(Instant offeredBefore) {
        jdbc.sql("""
            update sweep_transactions set state = 'cancelled', failure = 'not-signed-in-time', retry_at = null, trouble = null
            where chain_id = ? and state = 'unsigned' and offered_at <= ?\
            """).params(chainId, Timestamp.from(offeredBefore)).update();
    }

    void recorded(Sweep sweep) {
        jdbc.sql("update sweep_transactions set recorded = true, retry_at = null, trouble = null where id = ?")
                .param(sweep.id())
                .update();
    }

    void troubled(Sweep sweep, Instant retryAt, String why) {
        jdbc.sql("update sweep_transactions set retry_at = ?, trouble = ? where id = ? and state = ?")
                .params(Timestamp.from(retryAt), why, sweep.id(), wire(sweep.state()))
                .update();
    }

    /** Why something does not move, in sentences; at most ten. */
    List<String> troubles() {
        return jdbc.sql("""
            select 'Sweep ' || id || ': ' || trouble from sweep_transactions
            where chain_id = ? and trouble is not null order by created_at limit 10\
            """)
                .param(chainId)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** Those that the worker has something to do for, now or later. */
    long open() {
        return jdbc.sql("""
            select count(*) from sweep_transactions where chain_id = ?
                and (state not in ('planned', 'final', 'failed', 'cancelled') or (state = 'final' and not recorded))\
            """).param(chainId).query(Long.class).single();
    }

    long count(State state) {
        return jdbc.sql("select count(*) from sweep_transactions where chain_id = ? and state = ?")
                .params(chainId, wire(state))
                .query(Long.class)
                .single();
    }

    private boolean change(Sweep sweep, State to, String more, Object... values) {
        var update = jdbc.sql("update sweep_transactions set state = ?, retry_at = null, trouble = null" + more
                        + " where id = ? and state = ?")
                .param(wire(to))
                .params(Arrays.asList(values))
                .param(sweep.id())
                .param(wire(sweep.state()));
        return update.update() == 1;
    }

    private static BigDecimal decimal(BigInteger units) {
        return new BigDecimal(units);
    }

    private static String wire(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
