package io.amanat.chain.provider;

import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.money.EvmAddress;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose an address is on one chain, from the table in which addresses are handed out. */
record Destinations(long chainId, JdbcClient jdbc) {
    Optional<PaymentId> ownerOf(EvmAddress address) {
        return jdbc.sql("select payment_id from derivation_indices where chain_id = ? and address = ?")
                .params(chainId, address.value())
                .query((row, _) -> new PaymentId(row.getObject(1, UUID.class)))
                .optional();
    }
}
