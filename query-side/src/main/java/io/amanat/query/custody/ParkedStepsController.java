package io.amanat.query.custody;

import io.amanat.contract.access.AccessTable;
import io.amanat.query.view.Presentation;
import io.amanat.query.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/parked-custody-steps")
class ParkedStepsController {
    private final JdbcClient jdbc;
    private final Presentation show;

    ParkedStepsController(JdbcClient jdbc, Presentation show) {
        this.jdbc = jdbc;
        this.show = show;
    }

    /**
     * A step between a payment and custody that was refused.
     *
     * @param step {@code instruct}: money is to leave; {@code book}: it has left, and the books do not say so yet
     * @param to and {@code amount}, in the token's smallest unit: of an instruction
     * @param rule the code of the rule by which it was refused last
     */
    record ParkedStepView(
            UUID id,
            String step,
            UUID transferId,
            UUID paymentId,
            UUID requestId,
            String kind,
            @Nullable String to,
            @Nullable String amountUnits,
            String rule,
            String sentence,
            int refusals,
            Instant parkedAt) {}

    /** Those that wait for a guard, the oldest first. */
    @GetMapping
    Page<ParkedStepView> waiting() {
        return Page.whole(jdbc.sql("select * from parked_custody_steps where taken_at is null order by created_at, id")
                .query((row, _) -> view(row))
                .list());
    }

    private ParkedStepView view(ResultSet row) throws SQLException {
        String to = row.getString("to_address");
        return new ParkedStepView(
                row.getObject("id", UUID.class),
                row.getString("step"),
                row.getObject("transfer_id", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getString("kind"),
                to == null ? null : show.address(to),
                row.getString("amount_units"),
                row.getString("rule"),
                row.getString("sentence"),
                row.getInt("refusals"),
                row.getTimestamp("created_at").toInstant());
    }
}
