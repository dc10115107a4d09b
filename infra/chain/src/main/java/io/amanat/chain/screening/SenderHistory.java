package io.amanat.chain.screening;

import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.money.AssetAmount;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a sender has sent us, from the watcher's own table; in the chain's time, so that it does not matter when it is asked. */
public final class SenderHistory {
    private final JdbcClient jdbc;

    public SenderHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the transfer's sender had sent us before it, in the chain's order, within the window that ends with the transfer's block. What
     * has left the chain does not count.
     *
     * @throws IllegalStateException when the transfer itself was not seen: then nobody knows when it was
     */
    Sent before(ObservedTransfer transfer, int windowHours) {
        Optional<Sent> sent = jdbc.sql("""
            select count(o.tx_hash) as transfers, coalesce(sum(o.amount) filter (where o.token = t.token), 0) as units
            from chain_observations t
            left join chain_observations o on o.chain_id = t.chain_id and o.from_address = t.from_address
                and (o.block_number, o.log_index) < (t.block_number, t.log_index)
                and o.block_time > t.block_time - make_interval(hours => ?)
                and o.state in ('seen', 'reported', 'confirmed')
            where t.chain_id = ? and t.tx_hash = ? and t.log_index = ? and t.block_hash = ?
            group by t.tx_hash\
            """)
                .params(
                        windowHours,
                        transfer.key().chainId(),
                        transfer.key().txHash(),
                        transfer.key().logIndex(),
                        transfer.blockHash())
                .query((row, _) -> new Sent(
                        transfer.amount()
                                .asset()
                                .units(row.getBigDecimal("units").toBigIntegerExact()),
                        row.getInt("transfers")))
                .optional();
        return sent.orElseThrow(() -> new IllegalStateException("Transfer " + transfer.key() + " was not seen."));
    }

    /** @param amount of the transfer's own token only */
    record Sent(AssetAmount amount, int transfers) {
        static Sent nothing(ObservedTransfer transfer) {
            return new Sent(transfer.amount().asset().zero(), 0);
        }
    }
}
