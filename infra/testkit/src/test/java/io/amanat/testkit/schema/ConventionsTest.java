package io.amanat.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reference data model's conventions, asked of the database itself. */
@ExtendWith(PostgresExtension.class)
class ConventionsTest {

    /** Their columns are dictated by the frameworks that write them, the event log's own among them. */
    private static final Set<String> FRAMEWORK_TABLES = Set.of(
            "domain_event_entry",
            "event_log_head",
            "snapshot_event_entry",
            "token_entry",
            "saga_entry",
            "association_value_entry",
            "scheduled_tasks",
            "flyway_schema_history");

    /** Keyed by what they are about; every other table by a uuid. */
    private static final Set<String> NATURAL_KEYS = Set.of(
            "user_refresh_tokens",
            "idempotency_keys",
            "chain_checkpoints",
            "chain_blocks",
            "chain_observations",
            "provider_deliveries",
            "provider_payins",
            "stray_checkpoints",
            "quote_rounds",
            "address_list_entries",
            "projection_segments",
            "projection_nodes",
            "dead_letters");

    private final JdbcClient jdbc;

    ConventionsTest(TestDatabase database) {
        jdbc = JdbcClient.create(database.owner());
    }

    @Test
    void everyTableSaysWhenItsRowsWereMadeAndChanged() {
        List<String> without = jdbc.sql("""
            select t.table_name || '.' || required
            from information_schema.tables t, unnest(array['created_at', 'updated_at']) required
            where t.table_schema in ('amanat', 'amanat_read') and t.table_type = 'BASE TABLE' and not exists (
                select from information_schema.columns c
                where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = required
                  and c.data_type = 'timestamp with time zone' and c.is_nullable = 'NO')
            """).query(String.class).list();
        assertThat(without).allMatch(column -> FRAMEWORK_TABLES.contains(column.substring(0, column.indexOf('.'))));
    }

    @Test
    void noColumnHidesItsContentOrItsTimeZone() {
        assertThat(jdbc.sql("""
            select table_name || '.' || column_name from information_schema.columns
            where table_schema in ('amanat', 'amanat_read') and table_name <> 'flyway_schema_history'
              and data_type in ('oid', 'timestamp without time zone', 'double precision', 'real', 'money')
            """).query(String.class).list()).isEmpty();
    }

    @Test
    void everyTableHasAKeyAndItBeginsWithAUuid() {
        List<String> otherwise = jdbc.sql("""
            select c.relname from pg_class c
            where c.relnamespace in ('amanat'::regnamespace, 'amanat_read'::regnamespace) and c.relkind = 'r' and not exists (
                select from pg_index i
                join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                where i.indrelid = c.oid and i.indisprimary and a.atttypid = 'uuid'::regtype)
            """).query(String.class).list();
        assertThat(otherwise).allMatch(table -> FRAMEWORK_TABLES.contains(table) || NATURAL_KEYS.contains(table));
    }

    @Test
    void moneyIsNumericWithTheScaleOfTheReference() {
        assertThat(jdbc.sql("""
            select distinct c.numeric_precision || ',' || c.numeric_scale
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema in ('amanat', 'amanat_read') and t.table_type = 'BASE TABLE' and c.data_type = 'numeric'
            """).query(String.class).list()).containsExactlyInAnyOrder("38,18", "18,8", "78,0");
    }

    @Test
    void everyForeignKeyHasAnIndexOrReferencesPeople() {
        assertThat(jdbc.sql("""
            select k.conrelid::regclass || '.' || a.attname
            from pg_constraint k
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
            where k.contype = 'f' and k.connamespace in ('amanat'::regnamespace, 'amanat_read'::regnamespace)
              and k.confrelid <> 'amanat_read.users'::regclass
              and not exists (select from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1])
            """).query(String.class).list())
                // looked up from the other side only, and never deleted
                .containsExactlyInAnyOrder("user_refresh_tokens.replaced_by", "purchase_requests.accepted_offer_id");
    }

    @Test
    void enumValuesAreTheReferencesInItsOrder() {
        Map<String, String> reference = Map.ofEntries(
                Map.entry("user_role", "admin, buyer, seller, resolver, guard"),
                Map.entry("auth_provider", "email, google, telegram"),
                Map.entry("user_status", "active, suspended, deleted"),
                Map.entry(
                        "purchase_request_status",
                        "pending_payment, pending, received_offers, in_negotiation, payment_pending,"
                                + " payment_confirmed, in_progress, delivery, delivered, completed, disputed, refunded,"
                                + " seller_paid, cancelled"),
                Map.entry("offer_status", "pending, accepted, rejected, withdrawn, active"),
                Map.entry("offer_currency", "USD, EUR, IRR, USDT, USDC, TRY"),
                Map.entry("payment_provider", "request.network, amn.scanner, shkeeper, other"),
                Map.entry("payment_status", "pending, processing, confirmed, completed, failed, cancelled, refunded"),
                Map.entry(
                        "escrow_state",
                        "funded, releasable, released, refunded, releasing, failed, cancelled, partial"),
                Map.entry(
                        "funds_ledger_entry_type",
                        "payment_detected, provider_fee, platform_fee, hold, release, refund, dispute_hold,"
                                + " adjustment"),
                Map.entry("derived_destination_status", "active, swept, sweeping, quarantined"),
                Map.entry("ref_kind", "entity, template"));
        reference.forEach((type, values) -> assertThat(
                        jdbc.sql("select string_agg(enumlabel, ', ' order by enumsortorder) from pg_enum"
                                        + " where enumtypid = cast('amanat.' || ? as regtype)")
                                .param(type)
                                .query(String.class)
                                .single())
                .as(type)
                .isEqualTo(values));
    }
}
