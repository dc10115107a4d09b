package io.amanat.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.platform.postgres.DatabaseAccess;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold after every run, asked from the tables themselves. */
final class Truth {
    private static final Duration CATCH_UP = Duration.ofMinutes(2);
    private static final String METADATA = "convert_from(meta_data, 'UTF8')::jsonb";

    private final Server server;
    private final JdbcClient sql;

    private Truth(Server server) {
        this.server = server;
        this.sql = server.sql();
    }

    /** When the clients have stopped, and a node lives. */
    static void check(Server server, Clients clients) {
        checkLog(server);
        Truth truth = new Truth(server);
        truth.nobodyWasToldNonsense(clients);
        truth.everyAcknowledgedCommandIsThereOnce(clients);
        server.awaitProjected(CATCH_UP);
        truth.nothingIsSetAside();
        truth.tablesAreTheFoldOfTheLog();
        truth.ledgerIsBalanced();
    }

    /** Of the log alone, at any moment. */
    static void checkLog(Server server) {
        Truth truth = new Truth(server);
        truth.positionsHaveNoGap();
        truth.aggregatesHaveNoHole();
    }

    private void positionsHaveNoGap() {
        Map<String, Object> log = sql.sql("""
            select count(*) as events, min(global_index) as first, max(global_index) as last,
                   (select last_position from event_log_head) as head
            from domain_event_entry\
            """).query().singleRow();
        assertThat(log.get("first")).isEqualTo(1L);
        assertThat(log.get("last")).as("%s", log).isEqualTo(log.get("events")).isEqualTo(log.get("head"));
    }

    private void aggregatesHaveNoHole() {
        assertThat(sql.sql("""
            select aggregate_identifier from domain_event_entry group by aggregate_identifier
            having count(*) <> max(sequence_number) + 1 or min(sequence_number) <> 0\
            """).query(String.class).list()).isEmpty();
        assertThat(sql.sql("""
            select aggregate_identifier from (
                select aggregate_identifier, sequence_number > lag(sequence_number)
                           over (partition by aggregate_identifier order by global_index) as grows
                from domain_event_entry) e where not grows\
            """).query(String.class).list())
                .as("aggregates whose events are not in the order of the log")
                .isEmpty();
    }

    /** A connection may end; an answer is that it is done, that it is not, or that nobody knows. */
    private void nobodyWasToldNonsense(Clients clients) {
        assertThat(clients.otherAnswers().keySet())
                .allMatch(
                        answer -> answer.matches(
                                "unknown .*|failed"
                                    + " (AppendFailed|EventStoreException|TooBusy|LogOverloaded)|(EOF|Connect|Socket|SocketTimeout)Exception"));
    }

    /** Once: by one command message, side by side. */
    private void everyAcknowledgedCommandIsThereOnce(Clients clients) {
        Map<String, Boolean> stored = new TreeMap<>();
        sql.sql("select " + METADATA + " ->> 'idempotencyKey' as key, count(distinct " + METADATA
                        + " ->> 'causationId') = 1 and count(idempotency_key) = 1"
                        + " and max(global_index) - min(global_index) + 1 = count(*) as once"
                        + " from domain_event_entry group by key")
                .query(row -> {
                    stored.put(row.getString("key"), row.getBoolean("once"));
                });
        TreeSet<String> acknowledged = new TreeSet<>();
        for (int number = 0; number < Script.POPULAR_COMMANDS; number++) {
            acknowledged.add(Script.key(Script.POPULAR, number));
        }
        for (int client = 0; client < clients.count(); client++) {
            for (int number = 0; number < clients.acknowledged(client); number++) {
                acknowledged.add(Script.key(client, number));
            }
        }
        assertThat(stored.keySet()).isEqualTo(acknowledged);
        assertThat(stored).as("stored once").doesNotContainValue(false);
    }

    private void nothingIsSetAside() {
        assertThat(sql.sql("select position || ' ' || coalesce(cause, 'waits') from " + DatabaseAccess.READ_SCHEMA
                                + ".dead_letters")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private void tablesAreTheFoldOfTheLog() {
        Fold fold = Fold.of(server);
        assertThat(fold.differences()).isEmpty();
        assertThat(fold.rows()).as("rows compared").isPositive();
    }

    /** Every row moves an amount from one account to another, so what is to be shown is that none is overdrawn, at no time. */
    private void ledgerIsBalanced() {
        String movements = """
            (select payment_id, credit_account as account, position, amount_units as units from amanat_read.funds_ledger_entries
             union all
             select payment_id, debit_account, position, -amount_units from amanat_read.funds_ledger_entries) m\
            """;
        assertThat(sql.sql("select coalesce(sum(units), 0) from " + movements)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select distinct payment_id from (select payment_id, account, sum(units) over (partition by"
                                + " payment_id, account order by position) as balance from " + movements
                                + ") b where account <> 'external' and balance < 0")
                        .query(String.class)
                        .list())
                .as("overdrawn payments")
                .isEmpty();
    }
}
