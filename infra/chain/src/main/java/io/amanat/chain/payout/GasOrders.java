package io.amanat.chain.payout;

import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Orders the chain's own coin for a deposit address that is to be swept. An order goes the way of payouts: the same accounts, the same
 * nonces, stored before it is sent, replaced when it is stuck. It is tried once: a failed one stays failed.
 */
public final class GasOrders {

    private final JdbcClient jdbc;

    public GasOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far an order is. */
    public enum Status {
        NONE,
        UNDERWAY,
        /** Final on the chain. */
        GIVEN,
        FAILED
    }

    public Status status(UUID order) {
        Optional<String> state = jdbc.sql(
                        "select state from custody_transactions where transfer_id = ? and attempt = 1 and kind = 'gas'")
                .param(order)
                .query(String.class)
                .optional();
        return state.map(word -> switch (word) {
                    case "final" -> Status.GIVEN;
                    case "reverted", "abandoned" -> Status.FAILED;
                    default -> Status.UNDERWAY;
                })
                .orElse(Status.NONE);
    }

    /**
     * Does nothing if there is such an order already.
     *
     * @param wei more than zero
     */
    public void order(UUID order, PurchaseRequestId trade, long chainId, EvmAddress to, BigInteger wei) {
        jdbc.sql("""
            insert into custody_transactions (transfer_id, attempt, kind, request_id, chain_id, to_address, token, amount)
            values (?, 1, 'gas', ?, ?, ?, ?, ?) on conflict (transfer_id, attempt) do nothing\
            """)
                .params(order, trade.value(), chainId, to.value(), Payout.NATIVE.value(), new BigDecimal(wei))
                .update();
    }
}
