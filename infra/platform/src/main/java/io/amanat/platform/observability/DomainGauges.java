package io.amanat.platform.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures about trades, money and backlog, read from the tables all at once; between two readings a scrape gets the last one. */
final class DomainGauges {

    private static final String TRADES =
            "select status::text as tag, count(*) as value from purchase_requests group by status";
    private static final String PAYMENTS =
            "select status::text as tag, count(*) as value from payments group by status";
    private static final String HELD = """
        select chain_id || ':' || currency as tag, sum(held_amount) as value from payments
        where held_units > 0 group by chain_id, currency\
        """;
    private static final String EXPOSED = """
        select chain_id || ':' || currency as tag,
               sum(case when debit_account = 'exposure' then amount else -amount end) as value
        from funds_ledger_entries where 'exposure' in (debit_account, credit_account)
        group by chain_id, currency\
        """;
    private static final String LOST = """
        select chain_id || ':' || currency as tag,
               sum(case when debit_account = 'loss' then amount else -amount end) as value
        from funds_ledger_entries where 'loss' in (debit_account, credit_account)
          and payment_id in (select payment_id from exposure_write_offs where status = 'approved')
        group by chain_id, currency\
        """;
    private static final String TRANSFERS = """
        select status::text as tag, count(*) as value from custody_transfers
        where status <> 'final' group by status\
        """;
    private static final String PARKED = """
        select rule as tag, count(*) as value from parked_custody_steps where taken_at is null group by rule\
        """;
    private static final String DISPUTES =
            "select status::text as tag, count(*) as value from disputes where status <> 'resolved' group by status";
    private static final String OVERDUE = """
        select task_name as tag, count(*) as value from scheduled_tasks
        where execution_time < now() - interval '1 minute' group by task_name\
        """;

    private final JdbcClient jdbc;
    private final List<Figure> figures;

    DomainGauges(JdbcClient jdbc, MeterRegistry registry) {
        this.jdbc = jdbc;
        this.figures = List.of(
                figure(registry, "amanat.trades", "Purchase requests by status", "status", TRADES),
                figure(registry, "amanat.payments", "Payments by status", "status", PAYMENTS),
                figure(registry, "amanat.held", "Money held in escrow, in whole tokens", "asset", HELD),
                figure(registry, "amanat.exposure", "Paid out and taken back by the chain", "asset", EXPOSED),
                figure(registry, "amanat.loss", "Taken back by the chain and written off", "asset", LOST),
                figure(registry, "amanat.custody.transfers.open", "Payouts that are not final", "status", TRANSFERS),
                figure(registry, "amanat.custody.parked", "Steps of custody that were refused", "rule", PARKED),
                figure(registry, "amanat.disputes.open", "Disputes that wait for somebody", "status", DISPUTES),
                figure(registry, "amanat.deadlines.overdue", "Deadlines a minute late or more", "task", OVERDUE));
    }

    private record Figure(MultiGauge gauge, String tag, String sql) {}

    void read() {
        for (Figure figure : figures) {
            List<Row<?>> rows = new ArrayList<>(jdbc.sql(figure.sql)
                    .query((row, _) -> Row.of(Tags.of(figure.tag, row.getString("tag")), row.getBigDecimal("value")))
                    .list());
            figure.gauge.register(rows, true);
        }
    }

    private static Figure figure(MeterRegistry registry, String name, String description, String tag, String sql) {
        return new Figure(MultiGauge.builder(name).description(description).register(registry), tag, sql);
    }
}
