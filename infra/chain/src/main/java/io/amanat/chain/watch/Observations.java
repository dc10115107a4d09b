package io.amanat.chain.watch;

import io.amanat.chain.evm.TokenTransfer;
import io.amanat.chain.watch.Observation.State;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of sightings. Each change of a state is repeatable. */
final class Observations {

    private static final int BATCH_MAX = 500;
    private static final String KEY = " where chain_id = ? and tx_hash = ? and log_index = ? and block_hash = ?";

    private final long chainId;
    private final JdbcClient jdbc;

    Observations(long chainId, JdbcClient jdbc) {
        this.chainId = chainId;
        this.jdbc = jdbc;
    }

    /** Seen (again): a block that left the chain and came back is as if it had never left, if nobody was told. */
    void saw(TokenTransfer transfer, Instant blockTime) {
        jdbc.sql("""
            insert into chain_observations (chain_id, tx_hash, log_index, block_number, block_hash, block_time,
                token, from_address, to_address, amount)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (chain_id, tx_hash, log_index, block_hash)
            do update set state = 'seen', retraction_due = false, retry_at = null, trouble = null
            where chain_observations.state = 'orphaned'\
            """)
                .params(
                        chainId,
                        transfer.transactionHash(),
                        transfer.logIndex(),
                        transfer.blockNumber(),
                        transfer.blockHash(),
                        Timestamp.from(blockTime),
                        transfer.token().value(),
                        transfer.from().value(),
                        transfer.to().value(),
                        new BigDecimal(transfer.amount()))
                .update();
    }

    /**
     * Everything above this block left the chain. A retraction is due also for what is only seen: the payment may have been told in
     * the moment before a crash.
     */
    void orphanAbove(long blockNumber) {
        jdbc.sql("""
            update chain_observations set state = 'orphaned', retraction_due = true, retry_at = null, trouble = null
            where chain_id = ? and block_number > ? and state in ('seen', 'reported', 'confirmed')\
            """).params(chainId, blockNumber).update();
    }

    List<Observation> toRetract(Instant now) {
        return due("o.retraction_due", now);
    }

    List<Observation> toReport(Instant now) {
        return due("o.state = 'seen' and not o.retraction_due", now);
    }

    /** Reported ones in blocks up to this one. */
    List<Observation> toConfirm(long blockNumber, Instant now) {
        return due("o.state = 'reported' and o.block_number <= " + blockNumber, now);
    }

    void retracted(Observation observation) {
        update("retraction_due = false, retry_at = null, trouble = null", observation);
    }

    /** The step is done; a reorg that came in between wins. */
    void became(State state, Observation observation) {
        String step = "state = '%s', retry_at = null, trouble = null".formatted(wire(state));
        update(step, observation, " and state = '" + wire(observation.state()) + "'");
    }

    void ignored(Observation observation, String why) {
        jdbc.sql("update chain_observations set state = 'ignored', retry_at = null, trouble = ?" + KEY)
                .params(
                        why,
                        chainId,
                        observation.key().txHash(),
                        observation.key().logIndex(),
                        observation.blockHash())
                .update();
    }

    void postponed(Observation observation, Instant retryAt, String why) {
        jdbc.sql("update chain_observations set retry_at = ?, trouble = ?" + KEY)
                .params(
                        Timestamp.from(retryAt),
                        why,
                        chainId,
                        observation.key().txHash(),
                        observation.key().logIndex(),
                        observation.blockHash())
                .update();
    }

    /** Why something cannot be told, in sentences; at most ten. */
    List<String> troubles() {
        return jdbc.sql("""
            select 'Transfer ' || tx_hash || ': ' || trouble from chain_observations
            where chain_id = ? and trouble is not null and (state in ('seen', 'reported') or retraction_due)
            order by block_number limit 10\
            """).param(chainId).query((row, _) -> row.getString(1)).list();
    }

    /** The timestamp of the oldest block that holds something which its payment was not told yet. */
    Optional<Instant> oldestUntold() {
        return jdbc.sql("""
            select min(block_time) from chain_observations
            where chain_id = ? and (state = 'seen' or retraction_due)\
            """)
                .param(chainId)
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    private List<Observation> due(String which, Instant now) {
        return jdbc.sql("""
            select o.*, d.payment_id, d.request_id from chain_observations o
            join derivation_indices d on d.address = o.to_address and d.chain_id = o.chain_id
            where o.chain_id = ? and (o.retry_at is null or o.retry_at <= ?) and (%s)
            order by o.block_number, o.log_index limit %d\
            """.formatted(which, BATCH_MAX))
                .params(chainId, Timestamp.from(now))
                .query((row, _) -> read(row))
                .list();
    }

    private void update(String set, Observation observation) {
        update(set, observation, "");
    }

    private void update(String set, Observation observation, String onlyIf) {
        jdbc.sql("update chain_observations set " + set + KEY + onlyIf)
                .params(chainId, observation.key().txHash(), observation.key().logIndex(), observation.blockHash())
                .update();
    }

    private static Observation read(ResultSet row) throws SQLException {
        return new Observation(
                new TransferKey(row.getLong("chain_id"), row.getString("tx_hash"), row.getLong("log_index")),
                row.getLong("block_number"),
                row.getString("block_hash"),
                row.getTimestamp("block_time").toInstant(),
                new EvmAddress(row.getString("token")),
                new EvmAddress(row.getString("from_address")),
                new EvmAddress(row.getString("to_address")),
                row.getBigDecimal("amount").toBigIntegerExact(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("retraction_due"),
                new PaymentId(row.getObject("payment_id", UUID.class)),
                new PurchaseRequestId(row.getObject("request_id", UUID.class)));
    }

    private static String wire(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
