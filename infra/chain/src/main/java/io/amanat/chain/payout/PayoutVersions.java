package io.amanat.chain.payout;

import io.amanat.contract.custody.SignedTransaction;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was signed for payouts, the replaced ones included. Of the versions of one nonce the chain takes one, and it may be any of those
 * that were sent.
 */
final class PayoutVersions {

    private final JdbcClient jdbc;

    PayoutVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version and when it was signed. */
    record Version(SignedTransaction transaction, Instant signedAt) {}

    /** Those with the payout's present nonce, the newest first. */
    List<Version> of(Payout payout) {
        return jdbc.sql("""
            select p.chain_id, p.from_account, v.nonce, v.tx_hash, v.raw_transaction, v.signed_at
            from custody_transaction_versions v join custody_transactions p using (transfer_id, attempt, nonce)
            where transfer_id = ? and attempt = ? order by v.signed_at desc\
            """)
                .params(payout.transferId().value(), payout.attempt())
                .query((row, _) -> new Version(
                        PayoutRow.transaction(row),
                        row.getTimestamp("signed_at").toInstant()))
                .list();
    }

    /** The others of {@link #of}. */
    List<SignedTransaction> besides(Payout payout) {
        String current = payout.requireSigned().txHash();
        return of(payout).stream()
                .map(Version::transaction)
                .filter(version -> !version.txHash().equals(current))
                .toList();
    }

    Optional<Version> newest(Payout payout) {
        return of(payout).stream().findFirst();
    }

    /** The new version stands for the payout from now on; it is sent after it was told. False if the payout has moved meanwhile. */
    boolean replaced(Payout payout, SignedTransaction by, Instant at) {
        return jdbc.sql("""
            with payout as (update custody_transactions set state = 'signed', raw_transaction = ?, tx_hash = ?,
                    retry_at = null, trouble = null
                where transfer_id = ? and attempt = ? and nonce = ? and tx_hash = ?
                    and state in ('signed', 'broadcast') and told in ('signed', 'broadcast', 'mined')
                returning transfer_id, attempt, nonce, tx_hash, raw_transaction),
            version as (insert into custody_transaction_versions
                    (transfer_id, attempt, nonce, tx_hash, raw_transaction, signed_at)
                select transfer_id, attempt, nonce, tx_hash, raw_transaction, ? from payout)
            select count(*) from payout\
            """)
                        .params(
                                bytes(by),
                                by.txHash(),
                                payout.transferId().value(),
                                payout.attempt(),
                                by.nonce(),
                                payout.requireSigned().txHash(),
                                Timestamp.from(at))
                        .query(Long.class)
                        .single()
                == 1;
    }

    static byte[] bytes(SignedTransaction transaction) {
        return HexFormat.of().parseHex(transaction.raw().substring(2));
    }
}
