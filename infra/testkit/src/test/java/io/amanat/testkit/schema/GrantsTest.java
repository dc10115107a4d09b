package io.amanat.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the app role may do to each table, in full: a new table that forgets its grants, or grants too much, fails here. */
@ExtendWith(PostgresExtension.class)
class GrantsTest {

    private static final String READ_WRITE = "DELETE,INSERT,SELECT,UPDATE";
    private static final String APPEND = "INSERT,SELECT";
    private static final String NEVER_DELETE = "INSERT,SELECT,UPDATE";
    private static final String REPLACED = "DELETE,INSERT,SELECT";
    private static final String MOVE = "SELECT,UPDATE";
    private static final String READ = "SELECT";
    private static final String NOTHING = "";

    private final JdbcClient owner;

    GrantsTest(TestDatabase database) {
        owner = JdbcClient.create(database.owner());
    }

    @Test
    void eachTableGrantsTheAppRoleExactlyWhatIsListed() {
        Map<String, String> actual = new TreeMap<>();
        owner.sql("""
            select c.relname as name,
                   coalesce((select string_agg(privilege, ',' order by privilege)
                             from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) privilege
                             where has_table_privilege('amanat_app', c.oid, privilege)), '') as privileges
            from pg_class c
            where c.relnamespace in ('amanat'::regnamespace, 'amanat_read'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm', 'f')
            """).query(row -> {
            actual.put(row.getString("name"), row.getString("privileges"));
        });
        assertThat(actual).isEqualTo(expected());
    }

    @Test
    void theAppRoleOwnsNothingAndCanMakeNothing() {
        assertThat(count("select count(*) from pg_class where relowner = 'amanat_app'::regrole"))
                .isZero();
        assertThat(count("select count(*) from pg_proc where proowner = 'amanat_app'::regrole"))
                .isZero();
        assertThat(count("select count(*) from pg_namespace where nspowner = 'amanat_app'::regrole"))
                .isZero();
        assertThat(count("select count(*) from pg_auth_members where member = 'amanat_app'::regrole"))
                .isZero();
        assertThat(count("select count(*) from pg_namespace where has_schema_privilege('amanat_app', oid, 'create')"))
                .isZero();
        assertThat(count("select count(*) from pg_roles where rolname in ('amanat_app', 'amanat_owner')"
                        + " and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)"))
                .isZero();
    }

    @Test
    void nobodyElseIsGrantedAnything() {
        assertThat(count("select count(*) from information_schema.table_privileges where table_schema in"
                        + " ('amanat', 'amanat_read') and grantee not in ('amanat_owner', 'amanat_app')"))
                .isZero();
    }

    private long count(String query) {
        return owner.sql(query).query(Long.class).single();
    }

    private static Map<String, String> expected() {
        Map<String, String> tables = new TreeMap<>();
        put(
                tables,
                APPEND,
                "domain_event_entry",
                "funds_ledger_entries",
                "config_setting_history",
                "derived_destination_sweeps",
                "derivation_indices",
                "custody_transaction_versions",
                "reconciliation_reports",
                "reconciliation_accounts",
                "solvency_proofs",
                "solvency_nodes",
                "provider_payins",
                "address_lists");
        put(
                tables,
                NEVER_DELETE,
                "personal_data_keys",
                "custody_transactions",
                "parked_custody_steps",
                "sweep_batches",
                "sweep_transactions",
                "projection_segments",
                "projection_jobs",
                "quote_rounds",
                "stray_checkpoints");
        put(tables, REPLACED, "address_list_entries");
        put(tables, MOVE, "event_log_head");
        put(tables, READ, "event_log", "funds_balances");
        put(tables, NOTHING, "flyway_schema_history");
        put(
                tables,
                READ_WRITE,
                "snapshot_event_entry",
                "token_entry",
                "saga_entry",
                "association_value_entry",
                "dead_letters",
                "projection_nodes",
                "scheduled_tasks",
                "user_credentials",
                "user_refresh_tokens",
                "api_keys",
                "idempotency_keys",
                "chain_checkpoints",
                "chain_blocks",
                "chain_observations",
                "provider_deliveries",
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
                "payments",
                "payment_quotes",
                "exposure_write_offs",
                "disputes",
                "custody_transfers",
                "transfer_screenings",
                "config_settings",
                "payout_addresses",
                "trade_timeline");
        return tables;
    }

    private static void put(Map<String, String> tables, String privileges, String... names) {
        Arrays.stream(names).forEach(name -> tables.put(name, privileges));
    }
}
