package io.amanat.chain.payout;

import io.amanat.chain.payout.Payout.MinedIn;
import io.amanat.chain.payout.Payout.State;
import io.amanat.chain.payout.Payout.Told;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of payouts of one chain. Every change is one statement that names the state that it leaves, so a second worker, if there
 * ever were one, changes nothing.
 */
final class PayoutTable {

    private static final int BATCH_MAX = 200;

    private final long chainId;
    private final JdbcClient jdbc;

    PayoutTable(long chainId, JdbcClient jdbc) {
        this.chainId = chainId;
        this.jdbc = jdbc;
    }

    long chainId() {
        return chainId;
    }

    /** Waiting for a nonce and due to be looked at, the oldest first. */
    List<Payout> queued(Instant now) {
        return rows("state = 'queued' and (retry_at is null or retry_at <= ?)", "created_at", Timestamp.from(now));
    }

    /** Those with something that their custody transfer was not told and now is to be, in the order of their nonces. */
    List<Payout> untold(Instant now) {
        return rows("""
            (retry_at is null or retry_at <= ?) and (
            (state = 'signed' and told = 'nothing')
            or (state = 'broadcast' and told in ('nothing', 'signed'))
            or (state = 'mined' and told in ('nothing', 'signed', 'broadcast'))
            or (state = 'final' and told <> 'final')
            or (state in ('reverted', 'abandoned') and told <> 'failed')
            or (told in ('signed', 'broadcast', 'mined') and told_tx_hash is distinct from tx_hash))\
            """, "nonce nulls first", Timestamp.from(now));
    }

    /** Signed, told so, and neither final nor failed, in the order of their nonces. */
    List<Payout> underway(EvmAddress account) {
        return rows(
                "state in ('signed', 'broadcast', 'mined') and told <> 'nothing' and from_account = ?",
                "nonce",
                account.value());
    }

    /** The accounts with something underway. */
    Set<EvmAddress> accountsUnderway() {
        return Set.copyOf(jdbc.sql("""
            select distinct from_account from custody_transactions
            where chain_id = ? and state in ('signed', 'broadcast', 'mined')\
            """)
                .param(chainId)
                .query((row, _) -> new EvmAddress(row.getString(1)))
                .list());
    }

    /**
     * What an account has signed and the chain has not taken.
     *
     * @param untold bytes that only this table knows: their nonce may become free again
     * @param since when the one that waits longest was signed for the first time
     */
    record Queue(int waiting, boolean untold, Instant since) {
        static final Queue EMPTY = new Queue(0, false, Instant.MAX);
    }

    Map<EvmAddress, Queue> queues() {
        Map<EvmAddress, Queue> queues = new HashMap<>();
        jdbc.sql("""
            select t.from_account, count(*) as waiting, bool_or(t.state = 'signed' and t.told = 'nothing') as untold,
                   min(v.signed_at) as since
            from custody_transactions t
            cross join lateral (select min(signed_at) as signed_at from custody_transaction_versions
                where transfer_id = t.transfer_id and attempt = t.attempt and nonce = t.nonce) v
            where t.chain_id = ? and t.state in ('signed', 'broadcast') group by t.from_account\
            """).param(chainId).query(row -> {
            queues.put(
                    new EvmAddress(row.getString("from_account")),
                    new Queue(
                            row.getInt("waiting"),
                            row.getBoolean("untold"),
                            row.getTimestamp("since").toInstant()));
        });
        return queues;
    }

    /** The same and the final ones, from a nonce on: what the chain must be given (again) if it does not have it. */
    List<Payout> sendable(EvmAddress account, long fromNonce) {
        return rows(
                "state in ('signed', 'broadcast', 'mined', 'final') and told <> 'nothing'"
                        + " and from_account = ? and nonce >= ?",
                "nonce",
                account.value(),
                fromNonce);
    }

    /** The nonce after the highest that was ever taken; 0 if none was. */
    long nextNonce(EvmAddress account) {
        return jdbc.sql("""
            select coalesce(max(nonce) + 1, 0) from custody_transactions
            where chain_id = ? and from_account = ?\
            """).params(chainId, account.value()).query(Long.class).single();
    }

    /** What is signed but not yet off the account, so no longer there to be spent. */
    BigInteger committed(EvmAddress account, EvmAddress token) {
        return jdbc.sql("""
            select coalesce(sum(amount), 0) from custody_transactions
            where chain_id = ? and from_account = ? and token = ? and state in ('signed', 'broadcast')\
            """)
                .params(chainId, account.value(), token.value())
                .query(BigDecimal.class)
                .single()
                .toBigIntegerExact();
    }

    /** Nonce, bytes and their version together, in one statement: there is no moment in which one is kept without the other. */
    boolean signed(Payout payout, SignedTransaction transaction, Instant at) {
        return jdbc.sql("""
            with payout as (update custody_transactions set state = 'signed', from_account = ?, nonce = ?,
                    raw_transaction = ?, tx_hash = ?, told_tx_hash = null, retry_at = null, trouble = null
                where transfer_id = ? and attempt = ? and state = 'queued'
                returning transfer_id, attempt, nonce, tx_hash, raw_transaction),
            version as (insert into custody_transaction_versions
                    (transfer_id, attempt, nonce, tx_hash, raw_transaction, signed_at)
                select transfer_id, attempt, nonce, tx_hash, raw_transaction, ? from payout
                on conflict (transfer_id, attempt, tx_hash) do nothing)
            select count(*) from payout\
            """)
                        .params(
                                transaction.account().value(),
                                transaction.nonce(),
                                PayoutVersions.bytes(transaction),
                                transaction.txHash(),
                                payout.transferId().value(),
                                payout.attempt(),
                                Timestamp.from(at))
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Bytes that nobody was told of and no node was given are forgotten, and their nonce is free again. */
    void unsigned(Payout payout, Instant retryAt, String why) {
        jdbc.sql("""
            update custody_transactions set state = 'queued', from_account = null, nonce = null,
                raw_transaction = null, tx_hash = null, told_tx_hash = null, retry_at = ?, trouble = ?
            where transfer_id = ? and attempt = ? and state = 'signed' and told = 'nothing'\
            """)
                .params(Timestamp.from(retryAt), why, payout.transferId().value(), payout.attempt())
                .update();
    }

    void told(Payout payout, Told step) {
        jdbc.sql("""
            update custody_transactions set told = ?, told_tx_hash = ?, retry_at = null, trouble = null
            where transfer_id = ? and attempt = ?\
            """)
                .param(wire(step))
                .param(payout.signed() == null ? null : payout.signed().txHash())
                .param(payout.transferId().value())
                .param(payout.attempt())
                .update();
    }

    void broadcast(Payout payout, Instant at) {
        jdbc.sql("""
            update custody_transactions set state = 'broadcast', broadcast_at = coalesce(broadcast_at, ?),
                mined_block_number = null, mined_block_hash = null, trouble = null
            where transfer_id = ? and attempt = ? and state in ('signed', 'broadcast', 'mined')\
            """)
                .params(Timestamp.from(at), payout.transferId().value(), payout.attempt())
                .update();
    }

    /** In this block now, in this version; also when another block or version was told, it is told again. */
    void mined(Payout payout, SignedTransaction version, MinedIn block) {
        end(payout, State.MINED, version, block, null);
    }

    void paid(Payout payout, SignedTransaction version, MinedIn block) {
        end(payout, State.FINAL, version, block, null);
    }

    void reverted(Payout payout, SignedTransaction version, MinedIn block, String failure) {
        end(payout, State.REVERTED, version, block, failure);
    }

    /** Given up before it had a nonce. */
    void abandoned(Payout payout, String failure) {
        jdbc.sql("""
            update custody_transactions set state = 'abandoned', failure = ?, retry_at = null, trouble = null
            where transfer_id = ? and attempt = ? and state = 'queued'\
            """)
                .params(failure, payout.transferId().value(), payout.attempt())
                .update();
    }

    void postponed(Payout payout, Instant retryAt, String why) {
        jdbc.sql("update custody_transactions set retry_at = ?, trouble = ? where transfer_id = ? and attempt = ?")
                .params(Timestamp.from(retryAt), why, payout.transferId().value(), payout.attempt())
                .update();
    }

    void untroubled(Payout payout) {
        jdbc.sql("update custody_transactions set trouble = null where trouble is not null and transfer_id = ?"
                        + " and attempt = ?")
                .params(payout.transferId().value(), payout.attempt())
                .update();
    }

    void troubled(Payout payout, String why) {
        jdbc.sql("update custody_transactions set trouble = ? where transfer_id = ? and attempt = ?")
                .params(why, payout.transferId().value(), payout.attempt())
                .update();
    }

    /** Why something does not move, in sentences; at most ten. */
    List<String> troubles() {
        return jdbc.sql("""
            select 'Payout ' || transfer_id || ': ' || trouble from custody_transactions
            where chain_id = ? and trouble is not null order by created_at limit 10\
            """).param(chainId).query((row, _) -> row.getString(1)).list();
    }

    long pending() {
        return jdbc.sql("""
            select count(*) from custody_transactions
            where chain_id = ? and state not in ('final', 'reverted', 'abandoned')\
            """).param(chainId).query(Long.class).single();
    }

    private void end(Payout payout, State state, SignedTransaction version, MinedIn block, @Nullable String failure) {
        jdbc.sql("""
            update custody_transactions set state = ?, mined_block_number = ?, mined_block_hash = ?, failure = ?,
                told = case when told = 'mined' and mined_block_hash is distinct from ? then 'broadcast' else told end,
                raw_transaction = ?, tx_hash = ?, trouble = null
            where transfer_id = ? and attempt = ? and state in ('signed', 'broadcast', 'mined')\
            """)
                .param(wire(state))
                .param(block.blockNumber())
                .param(block.blockHash())
                .param(failure)
                .param(block.blockHash())
                .param(PayoutVersions.bytes(version))
                .param(version.txHash())
                .param(payout.transferId().value())
                .param(payout.attempt())
                .update();
    }

    private List<Payout> rows(String condition, String order, Object... parameters) {
        return jdbc.sql("select * from custody_transactions where chain_id = " + chainId + " and (" + condition
                        + ") order by " + order + " limit " + BATCH_MAX)
                .params(parameters)
                .query((row, _) -> PayoutRow.read(row))
                .list();
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
