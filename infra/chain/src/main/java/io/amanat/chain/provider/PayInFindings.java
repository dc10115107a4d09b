package io.amanat.chain.provider;

import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Goes over the transfers that our watcher has seen to payments of Request Network, and writes down what its contract said of each. Started
 * by what stands on the chain and not by webhooks, so that a lost one leaves no gap.
 */
final class PayInFindings {
    private static final int TRANSFERS_PER_ROUND_MAX = 100;

    private final FeeProxy proxy;
    private final long chainId;
    private final JdbcClient jdbc;

    PayInFindings(FeeProxy proxy, long chainId, JdbcClient jdbc) {
        this.proxy = proxy;
        this.chainId = chainId;
        this.jdbc = jdbc;
    }

    /**
     * Looks at what was not looked at; repeatable from any line.
     *
     * @throws io.amanat.chain.evm.EvmException if the node does not answer
     */
    void round() {
        for (Seen seen : unseen()) {
            RequestReference reference =
                    RequestReference.of(seen.payment(), seen.transfer().to());
            write(seen, proxy.about(seen.transfer(), reference));
        }
    }

    private List<Seen> unseen() {
        return jdbc.sql("""
            select o.tx_hash, o.log_index, o.block_hash, o.token, o.to_address, o.amount, p.id as payment_id
            from chain_observations o
            join payments p on p.chain_id = o.chain_id and p.destination_address = o.to_address
            where o.chain_id = ? and p.provider = 'request.network' and o.state = 'confirmed'
              and not exists (select from provider_payins f where f.chain_id = o.chain_id and f.tx_hash = o.tx_hash
                              and f.log_index = o.log_index and f.block_hash = o.block_hash)
            order by o.block_number, o.log_index limit %d\
            """.formatted(TRANSFERS_PER_ROUND_MAX))
                .param(chainId)
                .query((row, _) -> new Seen(
                        new PaymentId(row.getObject("payment_id", UUID.class)),
                        row.getLong("log_index"),
                        new FeeProxy.Transfer(
                                row.getString("tx_hash"),
                                row.getString("block_hash"),
                                new EvmAddress(row.getString("token")),
                                new EvmAddress(row.getString("to_address")),
                                row.getBigDecimal("amount").toBigIntegerExact())))
                .list();
    }

    private void write(Seen seen, Finding finding) {
        @Nullable EvmAddress feeAddress = finding.feeAddress();
        jdbc.sql("""
            insert into provider_payins
                (chain_id, tx_hash, log_index, block_hash, payment_id, provider, finding, fee_units, fee_address)
            values (?, ?, ?, ?, ?, ?::payment_provider, ?, ?, ?) on conflict do nothing\
            """)
                .params(
                        chainId,
                        seen.transfer().txHash(),
                        seen.logIndex(),
                        seen.transfer().blockHash(),
                        seen.payment().value(),
                        PaymentProvider.REQUEST_NETWORK.wire(),
                        finding.kind().wire(),
                        new BigDecimal(finding.fee()))
                .param(feeAddress == null ? null : feeAddress.value())
                .update();
    }

    private record Seen(PaymentId payment, long logIndex, FeeProxy.Transfer transfer) {}
}
