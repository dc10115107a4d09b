package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.chain.local.LocalTokens;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold after anything: asked of the tables and of the chain, not of the platform. */
final class Truth {
    private static final List<EvmAddress> TOKENS = List.of(LocalTokens.USDC, LocalTokens.USDT);

    private final JdbcClient jdbc;
    private final EvmClient chain;

    Truth(RunningPlatform platform) {
        this.jdbc = platform.jdbc();
        this.chain = new EvmClient(platform.rpc().toString(), Duration.ofSeconds(10));
    }

    void holds() {
        logHasNoHolesWithinAnAggregate();
        everyEventHasAnActor();
        everyTradeHasEnded();
        everyLedgerBalances();
        everyPayoutHappenedOnce();
    }

    private void logHasNoHolesWithinAnAggregate() {
        assertThat(count("""
            select count(*) from (select aggregate_id, count(*) as events, max(sequence_number) as last
              from event_log group by aggregate_id) a where events <> last + 1\
            """))
                .as("aggregates whose sequence" + " has a" + " hole")
                .isZero();
    }

    private void everyEventHasAnActor() {
        assertThat(count("select count(*) from event_log where actor is null or correlation_id is null"))
                .as("events without an actor or a correlation")
                .isZero();
    }

    private void everyTradeHasEnded() {
        assertThat(jdbc.sql("select distinct status::text from purchase_requests")
                        .query(String.class)
                        .list())
                .containsOnly("seller_paid");
        assertThat(count("select count(*) from saga_entry"))
                .as("sagas still alive")
                .isZero();
        assertThat(count("select count(*) from custody_transfers where status <> 'final'"))
                .as("payouts that are not final")
                .isZero();
    }

    private void everyLedgerBalances() {
        assertThat(count("select count(*) from funds_balances where account <> 'external' and balance_units < 0"))
                .as("accounts below zero")
                .isZero();
        assertThat(count("""
            select count(*) from (select payment_id from funds_balances
              where account in ('clearing', 'escrow', 'disputed') group by payment_id
              having sum(balance_units) <> 0) p\
            """)).as("closed payments that still hold something").isZero();
    }

    /** Every transfer out of the custody account on the chain is one payout of ours, and the other way round. */
    private void everyPayoutHappenedOnce() {
        List<String> instructed = jdbc.sql("select tx_hash from custody_transfers order by tx_hash")
                .query(String.class)
                .list();
        EvmAddress custody = new EvmAddress(jdbc.sql("select distinct from_account from custody_transfers")
                .query(String.class)
                .single());
        List<TokenTransfer> sent = transfersFrom(custody);
        assertThat(sent.stream().map(TokenTransfer::transactionHash).sorted().toList())
                .as("transfers out of custody on the chain")
                .isEqualTo(instructed);
        BigInteger onChain = sent.stream().map(TokenTransfer::amount).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(onChain)
                .isEqualTo(jdbc.sql("select sum(amount_units) from custody_transfers")
                        .query(java.math.BigDecimal.class)
                        .single()
                        .toBigIntegerExact());
    }

    private List<TokenTransfer> transfersFrom(EvmAddress account) {
        List<TokenTransfer> found = new java.util.ArrayList<>();
        long head = chain.headNumber();
        for (long from = 0; from <= head; from += EvmClient.LOG_RANGE_BLOCKS_MAX) {
            long to = Math.min(head, from + EvmClient.LOG_RANGE_BLOCKS_MAX - 1);
            chain.transfers(from, to, TOKENS, List.of()).stream()
                    .filter(transfer -> transfer.from().equals(account))
                    .forEach(found::add);
        }
        return found;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
