package io.amanat.query.custody;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.SweepRule;
import io.amanat.query.custody.SweepBatchView.SweepView;
import io.amanat.query.custody.SweepBatchView.UnsignedView;
import io.amanat.query.view.Presentation;
import io.amanat.query.web.Cursors;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tables of sweeps. */
@Component
class SweepBatchRows {
    private static final int HEX = 16;

    private final JdbcClient jdbc;
    private final Presentation show;

    SweepBatchRows(JdbcClient jdbc, Presentation show) {
        this.jdbc = jdbc;
        this.show = show;
    }

    /** The newest first, without their sweeps. */
    List<SweepBatchView> list(Cursors.@Nullable Seen after, int limit) {
        return jdbc.sql("""
            select * from sweep_batches
            where cast(:at as timestamptz) is null or (created_at, id) < (cast(:at as timestamptz), cast(:id as uuid))
            order by created_at desc, id desc limit :limit
            """)
                .param("at", after == null ? null : after.createdAt().toString())
                .param("id", after == null ? null : after.id().toString())
                .param("limit", limit)
                .query((row, _) -> batch(row, null))
                .list();
    }

    SweepBatchView one(UUID id) {
        return jdbc.sql("select * from sweep_batches where id = :id")
                .param("id", id)
                .query((row, _) -> batch(row, sweeps(id)))
                .optional()
                .orElseThrow(() -> new RuleViolated(SweepRule.NO_SUCH_SWEEP_BATCH));
    }

    /** In the order in which they are best signed. */
    private List<SweepView> sweeps(UUID batch) {
        return jdbc.sql("""
            select * from sweep_transactions where batch_id = :batch order by from_address, nonce, created_at, id
            """).param("batch", batch).query((row, _) -> sweep(row)).list();
    }

    private SweepBatchView batch(ResultSet row, @Nullable List<SweepView> sweeps) throws SQLException {
        return new SweepBatchView(
                row.getObject("id", UUID.class),
                row.getLong("chain_id"),
                show.address(row.getString("to_address")),
                row.getString("state"),
                row.getString("planned_by"),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                row.getString("approved_by"),
                instant(row, "approved_at"),
                show.textOrNull(row.getString("approval_reason")),
                row.getString("cancelled_by"),
                instant(row, "cancelled_at"),
                show.textOrNull(row.getString("cancellation_reason")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                sweeps);
    }

    private SweepView sweep(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new SweepView(
                row.getObject("id", UUID.class),
                row.getObject("payment_id", UUID.class),
                show.address(row.getString("from_address")),
                show.address(row.getString("token")),
                row.getBigDecimal("amount").toBigIntegerExact().toString(),
                state,
                "unsigned".equals(state) ? unsigned(row) : null,
                row.getString("tx_hash"),
                instant(row, "handed_back_at"),
                row.getObject("mined_block_number", Long.class),
                row.getString("failure"),
                row.getString("trouble"));
    }

    private UnsignedView unsigned(ResultSet row) throws SQLException {
        return new UnsignedView(
                2,
                row.getLong("chain_id"),
                hex(row.getBigDecimal("nonce")),
                hex(row.getBigDecimal("max_priority_fee_per_gas_wei")),
                hex(row.getBigDecimal("max_fee_per_gas_wei")),
                hex(row.getBigDecimal("gas_limit")),
                show.address(row.getString("token")),
                "0x0",
                row.getString("call_data"),
                row.getString("derivation_path"),
                row.getString("account_fingerprint"),
                row.getObject("offered_at", OffsetDateTime.class).toInstant());
    }

    private static String hex(BigDecimal quantity) {
        return "0x" + quantity.toBigIntegerExact().toString(HEX);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
