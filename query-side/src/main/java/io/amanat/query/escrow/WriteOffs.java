package io.amanat.query.escrow;

import io.amanat.query.view.Presentation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every write-off, with its reasons; there are few, and each needed two people. */
@Component
class WriteOffs {
    private final JdbcClient jdbc;
    private final Presentation show;

    WriteOffs(JdbcClient jdbc, Presentation show) {
        this.jdbc = jdbc;
        this.show = show;
    }

    /** Those that wait for a guard first, then the newest. */
    List<WriteOffView> all() {
        return jdbc.sql("select * from exposure_write_offs order by status = 'proposed' desc, created_at desc, id")
                .query((row, _) -> view(row))
                .list();
    }

    private WriteOffView view(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new WriteOffView(
                row.getObject("id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getString("status"),
                show.amount(
                        row.getBigDecimal("amount_units"),
                        row.getString("currency"),
                        row.getLong("chain_id"),
                        row.getString("token_address"),
                        row.getInt("token_decimals")),
                row.getObject("proposed_by", UUID.class),
                show.text(row.getString("proposal_reason")),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("decided_by", UUID.class),
                show.textOrNull(row.getString("decision_reason")),
                decided == null ? null : decided.toInstant());
    }
}
