package io.amanat.chain.reconcile;

import io.amanat.chain.reconcile.ChainState.Hot;
import io.amanat.contract.solvency.Liability;
import io.amanat.contract.solvency.SumNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report with everything that belongs to it in one transaction. Nothing of it ever changes. */
final class ReportStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReportStore(DataSource source, PlatformTransactionManager transactions) {
        this.batches = new JdbcTemplate(source);
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The last report of a chain, in short. */
    record Latest(UUID id, long blockNumber, int alarms, Instant at) {}

    boolean has(UUID id) {
        return jdbc.sql("select exists (select from reconciliation_reports where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    Optional<Latest> latest(long chainId) {
        return jdbc.sql("""
            select id, block_number, alarms, created_at from reconciliation_reports
            where chain_id = ? order by created_at desc, id desc limit 1\
            """)
                .param(chainId)
                .query((row, _) -> new Latest(
                        row.getObject("id", UUID.class),
                        row.getLong("block_number"),
                        row.getInt("alarms"),
                        row.getTimestamp("created_at").toInstant()))
                .optional();
    }

    /** What the alarms of a report say, at most so many. */
    List<String> sentences(UUID id, int limit) {
        return jdbc.sql("""
            select line ->> 'kind' || ': ' || (line ->> 'sentence') from reconciliation_reports r
            cross join lateral jsonb_array_elements(r.lines) line
            where r.id = ? and (line ->> 'alarm')::boolean limit ?\
            """)
                .params(id, limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    void save(Report report) {
        transaction.executeWithoutResult(_ -> {
            insert(report);
            accounts(report);
            report.proofs().forEach(proof -> proof(report, proof));
        });
    }

    private void insert(Report report) {
        Timestamp at = Timestamp.from(report.at());
        jdbc.sql("""
            insert into reconciliation_reports (id, chain_id, block_number, block_hash, block_time, position,
                requested_by, accounts, alarms, lines, digest, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)\
            """)
                .params(
                        report.id(),
                        report.books().chainId(),
                        report.books().block(),
                        report.books().blockHash(),
                        Timestamp.from(report.chain().blockTime()),
                        report.books().position(),
                        report.requestedBy(),
                        report.accounts(),
                        report.alarms().size(),
                        JSON.writeValueAsString(
                                report.lines().stream().map(ReportStore::shown).toList()),
                        report.digest(),
                        at,
                        at)
                .update();
    }

    private void accounts(Report report) {
        Timestamp at = Timestamp.from(report.at());
        List<Object[]> rows = new ArrayList<>();
        for (Hot hot : report.hot()) {
            rows.add(new Object[] {
                report.id(),
                hot.holding().address(),
                hot.holding().token(),
                hot.openingBlock(),
                new BigDecimal(hot.opening()),
                new BigDecimal(hot.arrived()),
                new BigDecimal(report.chain()
                        .balance(hot.holding().address(), hot.holding().token())),
                at,
                at
            });
        }
        batches.batchUpdate("""
            insert into reconciliation_accounts (report_id, address, token_address, opening_block, opening_units,
                arrived_units, balance_units, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """, rows);
    }

    private void proof(Report report, Solvency proof) {
        UUID id = proofId(report, proof);
        Timestamp at = Timestamp.from(report.at());
        SumNode root = proof.tree().root();
        jdbc.sql("""
            insert into solvency_proofs (id, report_id, chain_id, token_address, token_decimals, currency, block_number,
                block_hash, root_hash, total_units, reserve_units, leaves, balances, created_at, updated_at)
            values (?, ?, ?, ?, ?, cast(? as offer_currency), ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)\
            """)
                .params(
                        id,
                        report.id(),
                        report.books().chainId(),
                        proof.asset().contract().value(),
                        proof.asset().decimals(),
                        proof.asset().currency().wire(),
                        report.books().block(),
                        report.books().blockHash(),
                        root.hash(),
                        new BigDecimal(root.sum()),
                        new BigDecimal(proof.reserve()),
                        proof.liabilities().size(),
                        JSON.writeValueAsString(balances(proof)),
                        at,
                        at)
                .update();
        batches.batchUpdate("""
            insert into solvency_nodes (proof_id, level, ordinal, hash, sum_units, payment_id, nonce, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """, nodes(id, proof, at));
    }

    private static List<Object[]> nodes(UUID proofId, Solvency proof, Timestamp at) {
        List<Object[]> rows = new ArrayList<>();
        List<List<SumNode>> levels = proof.tree().levels();
        for (int level = 0; level < levels.size(); level++) {
            for (int ordinal = 0; ordinal < levels.get(level).size(); ordinal++) {
                SumNode node = levels.get(level).get(ordinal);
                @Nullable Liability leaf = level == 0 ? proof.liabilities().get(ordinal) : null;
                rows.add(new @Nullable Object[] {
                    proofId,
                    level,
                    ordinal,
                    node.hash(),
                    new BigDecimal(node.sum()),
                    leaf == null ? null : leaf.paymentId(),
                    leaf == null ? null : leaf.nonce(),
                    at,
                    at
                });
            }
        }
        return rows;
    }

    private static UUID proofId(Report report, Solvency proof) {
        String name = "solvency " + report.id() + " " + proof.asset().contract();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Map<String, String>> balances(Solvency proof) {
        return proof.balances().entrySet().stream()
                .map(balance -> Map.of(
                        "address", balance.getKey(), "units", balance.getValue().toString()))
                .toList();
    }

    private static Map<String, @Nullable Object> shown(Line line) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("kind", line.kind().wire());
        shown.put("alarm", line.alarm());
        shown.put("account", line.account());
        shown.put(
                "paymentId", line.paymentId() == null ? null : line.paymentId().toString());
        shown.put("contract", line.token());
        shown.put("expectedUnits", line.expected().toString());
        shown.put("actualUnits", line.actual().toString());
        shown.put("differenceUnits", line.difference().toString());
        shown.put("sentence", line.sentence());
        shown.put("evidence", line.evidence());
        return shown;
    }
}
