package io.amanat.chain.watch;

import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The addresses to watch: all that were ever handed out, from the table in which the allocator commits them. */
final class Destinations {

    private final long chainId;
    private final JdbcClient jdbc;

    Destinations(long chainId, JdbcClient jdbc) {
        this.chainId = chainId;
        this.jdbc = jdbc;
    }

    List<EvmAddress> all() {
        return jdbc.sql("select address from derivation_indices where chain_id = ? order by derivation_index")
                .param(chainId)
                .query((row, _) -> new EvmAddress(row.getString(1)))
                .list();
    }

    /** Whose address it is. */
    Owner ownerOf(EvmAddress address) {
        return jdbc.sql("select payment_id, request_id from derivation_indices where chain_id = ? and address = ?")
                .params(chainId, address.value())
                .query((row, _) -> new Owner(
                        new PaymentId(row.getObject("payment_id", UUID.class)),
                        new PurchaseRequestId(row.getObject("request_id", UUID.class))))
                .single();
    }

    /** Whether this transaction is one in which we gave an address the gas of its sweeps. */
    boolean gasOfOurs(String txHash) {
        return jdbc.sql("select exists (select from custody_transaction_versions where tx_hash = ?)")
                .param(txHash)
                .query(Boolean.class)
                .single();
    }

    /** When the first one was handed out. */
    Optional<Instant> firstAllocatedAt() {
        return jdbc.sql("select min(created_at) from derivation_indices where chain_id = ?")
                .param(chainId)
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    record Owner(PaymentId paymentId, PurchaseRequestId requestId) {}
}
