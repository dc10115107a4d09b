package io.amanat.query.reconciliation;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.money.DecimalText;
import io.amanat.contract.reconciliation.ReconciliationRule;
import io.amanat.query.view.Presentation;
import io.amanat.query.web.Cursors;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the proofs of solvency and their trees. */
@Component
class SolvencyRows {
    private static final String LATEST_WITH_PAYMENT = """
        select p.*, n.ordinal, n.nonce, n.sum_units from solvency_nodes n join solvency_proofs p on p.id = n.proof_id
        where n.payment_id = :payment and p.report_id = (
            select p2.report_id from solvency_nodes n2 join solvency_proofs p2 on p2.id = n2.proof_id
            where n2.payment_id = :payment order by n2.created_at desc limit 1)
        order by p.chain_id, p.token_address
        """;

    private final JdbcClient jdbc;
    private final Presentation show;

    SolvencyRows(JdbcClient jdbc, Presentation show) {
        this.jdbc = jdbc;
        this.show = show;
    }

    private record Leaf(
            UUID proof,
            long chainId,
            String contract,
            String currency,
            int decimals,
            long blockNumber,
            String blockHash,
            String rootHash,
            BigInteger total,
            int ordinal,
            String nonce,
            BigInteger amount) {}

    /** The newest first, without their balances. */
    List<SolvencyProofView> list(Cursors.@Nullable Seen after, int limit) {
        return jdbc.sql("""
            select * from solvency_proofs
            where cast(:at as timestamptz) is null or (created_at, id) < (cast(:at as timestamptz), cast(:id as uuid))
            order by created_at desc, id desc limit :limit
            """)
                .param("at", after == null ? null : after.createdAt().toString())
                .param("id", after == null ? null : after.id().toString())
                .param("limit", limit)
                .query((row, _) -> view(row, null))
                .list();
    }

    SolvencyProofView one(UUID id) {
        return jdbc.sql("select * from solvency_proofs where id = :id")
                .param("id", id)
                .query((row, _) -> view(row, row.getString("balances")))
                .optional()
                .orElseThrow(() -> new RuleViolated(ReconciliationRule.NO_SUCH_SOLVENCY_PROOF));
    }

    /** Of the latest report in which the payment was owed something, one for each asset; none when it never was. */
    List<InclusionProofView> inclusions(UUID payment) {
        return jdbc.sql(LATEST_WITH_PAYMENT).param("payment", payment).query((row, _) -> leaf(row)).list().stream()
                .map(leaf -> inclusion(payment, leaf))
                .toList();
    }

    private InclusionProofView inclusion(UUID payment, Leaf leaf) {
        return new InclusionProofView(
                leaf.proof(),
                leaf.chainId(),
                show.address(leaf.contract()),
                leaf.currency(),
                leaf.decimals(),
                leaf.blockNumber(),
                leaf.blockHash(),
                payment,
                leaf.nonce(),
                leaf.amount().toString(),
                path(leaf),
                leaf.rootHash(),
                leaf.total().toString());
    }

    /** The sibling of ordinal n is n xor 1; on the way up n is halved. A node without a sibling has none in the table. */
    private List<InclusionProofView.Step> path(Leaf leaf) {
        return jdbc.sql("""
            select hash, sum_units, ordinal < (cast(:ordinal as integer) >> level) as to_the_left from solvency_nodes
            where proof_id = :proof and ordinal = ((cast(:ordinal as integer) >> level) # 1)
            order by level
            """)
                .param("proof", leaf.proof())
                .param("ordinal", leaf.ordinal())
                .query((row, _) -> new InclusionProofView.Step(
                        row.getBoolean("to_the_left") ? "left" : "right",
                        row.getString("hash"),
                        units(row, "sum_units").toString()))
                .list();
    }

    private static Leaf leaf(ResultSet row) throws SQLException {
        return new Leaf(
                row.getObject("id", UUID.class),
                row.getLong("chain_id"),
                row.getString("token_address"),
                row.getString("currency"),
                row.getInt("token_decimals"),
                row.getLong("block_number"),
                row.getString("block_hash"),
                row.getString("root_hash"),
                units(row, "total_units"),
                row.getInt("ordinal"),
                row.getString("nonce"),
                units(row, "sum_units"));
    }

    private SolvencyProofView view(ResultSet row, @Nullable String balances) throws SQLException {
        BigInteger total = units(row, "total_units");
        BigInteger reserve = units(row, "reserve_units");
        int decimals = row.getInt("token_decimals");
        return new SolvencyProofView(
                row.getObject("id", UUID.class),
                row.getObject("report_id", UUID.class),
                row.getLong("chain_id"),
                show.address(row.getString("token_address")),
                row.getString("currency"),
                decimals,
                row.getLong("block_number"),
                row.getString("block_hash"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("root_hash"),
                DecimalText.of(total, decimals),
                total.toString(),
                DecimalText.of(reserve, decimals),
                reserve.toString(),
                reserve.compareTo(total) >= 0,
                row.getInt("leaves"),
                balances);
    }

    private static BigInteger units(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
