package io.amanat.projection.story;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.projection.Projections;
import io.amanat.projection.RowChange;
import io.amanat.projection.writing.RowWriter;
import io.amanat.projection.writing.Writing;
import io.amanat.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The read tables as {@code amanat_app} fills them through the projections, each event in a transaction of its own. */
public final class ReadModel implements AutoCloseable {
    private static final List<String> TABLES = List.of(
            "users",
            "purchase_requests",
            "purchase_request_delivery_info",
            "purchase_request_delivery_address",
            "purchase_request_seller_delivery_info",
            "delivery_attempts",
            "purchase_request_service_info",
            "purchase_request_specifications",
            "purchase_request_preferred_sellers",
            "seller_offers",
            "derived_destinations",
            "derived_destination_sweeps",
            "payments",
            "exposure_write_offs",
            "funds_ledger_entries",
            "disputes",
            "custody_transfers",
            "transfer_screenings",
            "config_settings",
            "config_setting_history",
            "payout_addresses",
            "trade_timeline");

    private final Projections projections = new Projections();
    private final SingleConnectionDataSource connection;
    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;
    private final RowWriter writer;
    private final String schema;

    public ReadModel(TestDatabase database) {
        this(database, "amanat_read", Writing.IDEMPOTENT);
    }

    public ReadModel(TestDatabase database, String schema, Writing mode) {
        try {
            connection = new SingleConnectionDataSource(database.app().getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        transactions = new TransactionTemplate(new JdbcTransactionManager(connection));
        jdbc = new JdbcTemplate(connection);
        writer = new RowWriter(schema, mode);
        this.schema = schema;
    }

    public void apply(List<StoredEvent> events) {
        events.forEach(this::apply);
    }

    public void apply(StoredEvent event) {
        write(projections.changes(event));
    }

    public void write(List<RowChange> changes) {
        transactions.executeWithoutResult(_ -> writer.write(jdbc, changes));
    }

    /** What {@code action} finds in a transaction that is undone, after all that waits for its end was checked. */
    public <T> T undone(Supplier<T> action) {
        return transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            T found = action.get();
            jdbc.execute("set constraints all immediate");
            return found;
        });
    }

    /** The first column of every row, as text. */
    public List<String> all(String sql, Object... values) {
        return jdbc.queryForList(sql, String.class, values);
    }

    /** The first column of the only row, as text; null when it is. */
    public String one(String sql, Object... values) {
        return jdbc.queryForObject(sql, String.class, values);
    }

    /** Every row of every read table, all of its columns as JSON. */
    public Map<String, List<String>> everything() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : TABLES) {
            rows.put(table, all("select to_jsonb(t)::text as line from " + schema + "." + table + " as t order by 1"));
        }
        return rows;
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
