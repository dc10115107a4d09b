package io.amanat.chain.sweep;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.evm.Erc20;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.hd.DepositAddresses;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.SweepRule;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what is worth sweeping on one chain: money that has its confirmations, in allowed tokens, of which the books and the chain say the
 * same. Nothing is moved by a plan.
 */
final class SweepPlanner {

    private static final Logger log = LoggerFactory.getLogger(SweepPlanner.class);

    /** Confirmed, less what was swept. An open sweep of the same token and address leaves it out, so nothing is planned twice. */
    private static final String FREE = """
        select * from (
            select d.payment_id, d.request_id, d.address, d.derivation_index, d.account_xpub_fingerprint as fingerprint, o.token,
                   sum(o.amount)
                   - coalesce((select sum(s.amount_units) from derived_destination_sweeps s
                               join derived_destinations x on x.id = s.destination_id
                               where x.payment_id = d.payment_id and s.chain_id = d.chain_id and s.token_address = o.token), 0)
                   - coalesce((select sum(t.amount) from sweep_transactions t
                               where t.chain_id = d.chain_id and t.from_address = d.address and t.token = o.token
                                 and t.state = 'final' and not exists
                                     (select from derived_destination_sweeps s
                                      where s.chain_id = t.chain_id and s.tx_hash = t.tx_hash)), 0) as units
            from derivation_indices d
            join chain_observations o on o.chain_id = d.chain_id and o.to_address = d.address and o.state = 'confirmed'
            where d.chain_id = :chain and o.token in (:tokens) and %s is null
              and not exists (select from sweep_transactions t
                              where t.chain_id = d.chain_id and t.from_address = d.address and t.token = o.token
                                and t.state not in ('final', 'failed', 'cancelled'))
            group by d.payment_id, d.chain_id, o.token
        ) free
        where units > 0 order by address, token\
        """.formatted(SweepGuard.REASON);

    private final EvmClient client;
    private final AllowedTokens tokens;
    private final SweepRules rules;
    private final JdbcClient jdbc;
    private final TransactionTemplate atOnce;
    private final Clock clock;

    SweepPlanner(
            EvmClient client,
            AllowedTokens tokens,
            SweepRules rules,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.client = client;
        this.tokens = tokens;
        this.rules = rules;
        this.jdbc = jdbc;
        this.atOnce = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Free(
            UUID payment,
            UUID request,
            EvmAddress address,
            int index,
            String fingerprint,
            Asset asset,
            BigInteger units) {}

    /** As {@link io.amanat.contract.custody.Sweeps#plan} says. */
    void plan(UUID batch, String by) {
        if (isKnown(batch)) {
            return;
        }
        refuseOwnAddress();
        FeeQuote fees = client.fees();
        List<Free> worth = new ArrayList<>();
        for (Free free : free()) {
            if (worth.size() < rules.batchMax()
                    && rules.worth(free.asset().units(free.units()), fees, SweepRules.GAS_BEFORE_IT_IS_MEASURED)
                    && isThere(free)) {
                worth.add(free);
            }
        }
        RuleViolated.unless(!worth.isEmpty(), SweepRule.NOTHING_IS_WORTH_ITS_GAS);
        int planned = Optional.ofNullable(atOnce.execute(_ -> insert(batch, by, worth)))
                .orElse(0);
        log.info("Sweep batch {} of chain {}: {} sweeps planned by {}", batch, tokens.chainId(), planned, by);
    }

    private boolean isKnown(UUID batch) {
        return jdbc.sql("select exists (select from sweep_batches where id = ?)")
                .param(batch)
                .query(Boolean.class)
                .single();
    }

    private void refuseOwnAddress() {
        boolean deposit = jdbc.sql("select exists (select from derivation_indices where address = ?)")
                .param(rules.to().value())
                .query(Boolean.class)
                .single();
        RuleViolated.unless(!deposit, SweepRule.A_SWEEP_GOES_INTO_CUSTODY);
    }

    private List<Free> free() {
        return jdbc.sql(FREE)
                .param("chain", tokens.chainId())
                .param(
                        "tokens",
                        tokens.contracts().stream().map(EvmAddress::value).toList())
                .query((row, _) -> free(row))
                .list();
    }

    private Free free(ResultSet row) throws SQLException {
        return new Free(
                row.getObject("payment_id", UUID.class),
                row.getObject("request_id", UUID.class),
                new EvmAddress(row.getString("address")),
                row.getInt("derivation_index"),
                row.getString("fingerprint"),
                tokens.of(new EvmAddress(row.getString("token"))).orElseThrow(),
                row.getBigDecimal("units").toBigIntegerExact());
    }

    /** Where less is there than the books say something is wrong: the reconciliation names it, and nothing is moved. */
    private boolean isThere(Free free) {
        BigInteger there = client.tokenBalance(free.asset().contract(), free.address());
        if (there.compareTo(free.units()) < 0) {
            log.warn(
                    "Address {} is not swept: it has {} units of token {}, and the books say {}",
                    free.address(),
                    there,
                    free.asset().contract(),
                    free.units());
        }
        return there.compareTo(free.units()) >= 0;
    }

    private int insert(UUID batch, String by, List<Free> worth) {
        int inserted = jdbc.sql("""
            insert into sweep_batches (id, chain_id, to_address, planned_by, planned_at) values (?, ?, ?, ?, ?)
            on conflict (id) do nothing\
            """)
                .params(batch, tokens.chainId(), rules.to().value(), by, Timestamp.from(clock.instant()))
                .update();
        if (inserted == 0) {
            return 0;
        }
        int planned = worth.stream().mapToInt(free -> insert(batch, free)).sum();
        RuleViolated.unless(planned > 0, SweepRule.NOTHING_IS_WORTH_ITS_GAS);
        return planned;
    }

    /** None if another plan had it a moment before. */
    private int insert(UUID batch, Free free) {
        return jdbc.sql("""
            insert into sweep_transactions (id, batch_id, payment_id, request_id, chain_id, from_address, account_fingerprint,
                derivation_path, to_address, token, amount, call_data)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (chain_id, from_address, token) where state not in ('final', 'failed', 'cancelled') do nothing\
            """)
                .params(
                        batch,
                        free.payment(),
                        free.request(),
                        tokens.chainId(),
                        free.address().value(),
                        free.fingerprint(),
                        rules.accountPath() + "/" + DepositAddresses.path(free.index()),
                        rules.to().value(),
                        free.asset().contract().value(),
                        new BigDecimal(free.units()),
                        Erc20.transfer(rules.to(), free.units()))
                .update();
    }
}
