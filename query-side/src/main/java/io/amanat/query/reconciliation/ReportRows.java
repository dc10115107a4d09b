package io.amanat.query.reconciliation;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.reconciliation.ReconciliationRule;
import io.amanat.query.web.Cursors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the table of reports. */
@Component
class ReportRows {
    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first, without their lines. */
    List<ReportView> list(Cursors.@Nullable Seen after, int limit) {
        return jdbc.sql("""
            select * from reconciliation_reports
            where cast(:at as timestamptz) is null or (created_at, id) < (cast(:at as timestamptz), cast(:id as uuid))
            order by created_at desc, id desc limit :limit
            """)
                .param("at", after == null ? null : after.createdAt().toString())
                .param("id", after == null ? null : after.id().toString())
                .param("limit", limit)
                .query((row, _) -> view(row, null))
                .list();
    }

    ReportView one(UUID id) {
        return jdbc.sql("select * from reconciliation_reports where id = :id")
                .param("id", id)
                .query((row, _) -> view(row, row.getString("lines")))
                .optional()
                .orElseThrow(() -> new RuleViolated(ReconciliationRule.NO_SUCH_RECONCILIATION));
    }

    private static ReportView view(ResultSet row, @Nullable String lines) throws SQLException {
        return new ReportView(
                row.getObject("id", UUID.class),
                row.getLong("chain_id"),
                row.getLong("block_number"),
                row.getString("block_hash"),
                row.getObject("block_time", OffsetDateTime.class).toInstant(),
                row.getLong("position"),
                row.getString("requested_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("accounts"),
                row.getInt("alarms"),
                row.getString("digest"),
                lines);
    }
}
