package io.amanat.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database refuses a row that the aggregate should have refused, whoever writes it. No aggregate takes part: each case is a row that
 * is right but for one thing.
 */
@ExtendWith(PostgresExtension.class)
class LedgerConstraintsTest {
    private static final AtomicLong POSITION = new AtomicLong(5_000_000);

    private final JdbcClient owner;
    private final JdbcClient app;
    private final UUID payment;

    LedgerConstraintsTest(TestDatabase database) {
        owner = JdbcClient.create(database.owner());
        app = database.jdbc();
        payment = new Rows(app).payment();
    }

    @Test
    void theRowThatTheCasesStartFromIsTaken() {
        assertThat(insert(row())).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "chain_id, 0",
                "token_address, '0xABCDEF0000000000000000000000000000000000'",
                "token_decimals, 31",
                "token_decimals, -1",
                "amount, 0",
                "amount_units, 0",
                "amount_units, -1",
                "amount_units, 9999999",
                "amount, 10.000001",
                "position, -1",
                "ordinal, -1",
                "tx_hash, '0xyz'",
                "credit_account, 'external'",
                "reason, 'because'",
                "updated_at, now() + interval '1 second'",
                "purchase_request_external_ref, 'elsewhere'",
                "purchase_request_id, null"
            })
    void givenOneWrongColumn_thenACheckRefusesTheRow(String column, String value) {
        Map<String, String> row = row();
        row.put(column, value);
        assertThatThrownBy(() -> insert(row)).as(column + " = " + value).hasMessageContaining("check constraint");
    }

    @ParameterizedTest
    @CsvSource({
        "payment_detected, external, escrow",
        "payment_detected, clearing, escrow",
        "hold, external, escrow",
        "hold, clearing, disputed",
        "hold, clearing, seller",
        "provider_fee, escrow, platform",
        "provider_fee, external, provider",
        "platform_fee, clearing, platform",
        "platform_fee, escrow, seller",
        "release, clearing, seller",
        "release, disputed, seller",
        "release, escrow, buyer",
        "refund, clearing, buyer",
        "refund, disputed, buyer",
        "refund, escrow, seller",
        "dispute_hold, clearing, disputed",
        "dispute_hold, disputed, seller"
    })
    void givenAccountsThatTheTypeIsNotFor_thenTheRowIsRefused(String type, String debit, String credit) {
        assertThatThrownBy(() -> insert(move(type, debit, credit, 1)))
                .hasMessageContaining("funds_ledger_entries_accounts_of_type");
    }

    @Test
    void givenTheWholeLifeOfAPayment_thenEveryTypeIsTakenBetweenItsAccounts() {
        for (String[] step : new String[][] {
            {"payment_detected", "external", "clearing", "100"},
            {"hold", "clearing", "escrow", "90"},
            {"dispute_hold", "escrow", "disputed", "90"},
            {"dispute_hold", "disputed", "escrow", "90"},
            {"provider_fee", "escrow", "provider", "1"},
            {"platform_fee", "escrow", "platform", "2"},
            {"release", "escrow", "seller", "80"},
            {"refund", "escrow", "buyer", "7"},
        }) {
            assertThat(insert(move(step[0], step[1], step[2], Long.parseLong(step[3]))))
                    .isOne();
        }
        assertThat(insert(adjusted(payment, "clearing", "unallocated", 10))).isOne();
    }

    @Test
    void givenAnAdjustmentWithoutAReason_thenRefused() {
        assertThatThrownBy(() -> insert(move("adjustment", "external", "unallocated", 1)))
                .hasMessageContaining("check constraint");
    }

    /** Per payment and asset: what another payment has, or this one in another token, does not help. */
    @ParameterizedTest
    @ValueSource(strings = {"clearing", "escrow", "disputed", "seller", "buyer", "platform", "provider", "unallocated"})
    void givenAnAccountButExternal_whenItWouldGoBelowZero_thenTheTriggerRefusesTheRow(String account) {
        UUID mine = new Rows(app).payment();
        UUID another = new Rows(app).payment();
        assertThat(insert(adjusted(another, "external", account, 5))).isOne();
        Map<String, String> otherToken = adjusted(mine, "external", account, 5);
        otherToken.put("token_address", "'0x" + "b".repeat(40) + "'");
        assertThat(insert(otherToken)).isOne();

        assertThatThrownBy(() -> insert(adjusted(mine, account, "external", 1)))
                .hasMessageContaining("would go below zero");

        assertThat(insert(adjusted(mine, "external", account, 3))).isOne();
        assertThat(insert(adjusted(mine, account, "external", 3))).isOne();
        assertThatThrownBy(() -> insert(adjusted(mine, account, "external", 1)))
                .hasMessageContaining("would go below zero");
    }

    @Test
    void givenAnEventThatIsBookedAlready_whenBookedAgain_thenRefused() {
        Map<String, String> row = row();
        assertThat(insert(row)).isOne();
        row.put("id", "'" + UUID.randomUUID() + "'");
        assertThatThrownBy(() -> insert(row)).hasMessageContaining("unique constraint");
    }

    @Test
    void givenAPaymentThatDoesNotExist_thenRefused() {
        Map<String, String> row = row();
        row.put("payment_id", "'" + UUID.randomUUID() + "'");
        assertThatThrownBy(() -> insert(row)).hasMessageContaining("foreign key");
    }

    @Test
    void everyTriggerFiresAlways_alsoForAReplica() {
        assertThat(owner.sql("select tgname::text from pg_trigger where tgrelid ="
                                + " 'amanat_read.funds_ledger_entries'::regclass and not tgisinternal and"
                                + " tgenabled = 'A'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "funds_ledger_entries_no_delete",
                        "funds_ledger_entries_no_overdraft",
                        "funds_ledger_entries_no_truncate",
                        "funds_ledger_entries_no_update");
    }

    private Map<String, String> adjusted(UUID of, String debit, String credit, long units) {
        Map<String, String> row = move("adjustment", debit, credit, units);
        row.put("reason", "'test'");
        row.put("payment_id", "'" + of + "'");
        return row;
    }

    private Map<String, String> move(String type, String debit, String credit, long units) {
        Map<String, String> row = row();
        row.put("entry_type", "'" + type + "'");
        row.put("debit_account", "'" + debit + "'");
        row.put("credit_account", "'" + credit + "'");
        row.put("amount_units", Long.toString(units));
        row.put("amount", units + " / 1000000.0");
        return row;
    }

    private Map<String, String> row() {
        Map<String, String> row = new HashMap<>();
        row.put("id", "'" + UUID.randomUUID() + "'");
        row.put("entry_type", "'payment_detected'");
        row.put("payment_id", "'" + payment + "'");
        row.put("purchase_request_ref_kind", "'entity'");
        row.put("purchase_request_id", "(select purchase_request_id from payments where id = '" + payment + "')");
        row.put("debit_account", "'external'");
        row.put("credit_account", "'clearing'");
        row.put("currency", "'USDC'");
        row.put("chain_id", "1");
        row.put("token_address", "'" + Rows.ADDRESS + "'");
        row.put("token_decimals", "6");
        row.put("amount", "10");
        row.put("amount_units", "10000000");
        row.put("actor", "'system:test'");
        row.put("event_id", "'" + UUID.randomUUID() + "'");
        row.put("event_type", "'payment.test.v1'");
        row.put("position", Long.toString(POSITION.incrementAndGet()));
        row.put("ordinal", "0");
        row.put("occurred_at", "now()");
        row.put("created_at", "now()");
        row.put("updated_at", "now()");
        return row;
    }

    private int insert(Map<String, String> row) {
        return app.sql("insert into funds_ledger_entries (" + String.join(", ", row.keySet()) + ") values ("
                        + String.join(", ", row.values()) + ")")
                .update();
    }
}
