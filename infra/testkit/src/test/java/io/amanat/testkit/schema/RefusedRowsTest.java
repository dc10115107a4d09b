package io.amanat.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database refuses a row that an aggregate should have refused, whoever writes it, as the app's own role. No aggregate takes part: each
 * case is a row that is right but for one thing. The ledger's rows: {@link LedgerConstraintsTest}.
 */
@ExtendWith(PostgresExtension.class)
class RefusedRowsTest {
    private static final String HASH = "'0x" + "5".repeat(64) + "'";

    private final JdbcClient app;
    private final Rows rows;
    private final UUID payment;

    RefusedRowsTest(TestDatabase database) {
        app = database.jdbc();
        rows = new Rows(app);
        payment = rows.payment();
    }

    @Test
    void anAddressIsOnePaymentsForGood_alsoAfterItWasSwept() {
        app.sql("update derived_destinations set status = 'swept' where payment_id = ?")
                .param(payment)
                .update();
        Map<String, String> again = new LinkedHashMap<>();
        again.put("id", uuid());
        again.put("purchase_request_ref_kind", "'entity'");
        again.put("purchase_request_id", of(payment, "purchase_request_id"));
        again.put("payment_id", uuid());
        again.put("chain_id", "1");
        again.put("address", of(payment, "destination_address"));
        again.put("account_fingerprint", "'another'");
        again.put("derivation_path", "'0/1'");
        again.put("status", "'active'");
        stamped(again);
        assertThatThrownBy(() -> insert("derived_destinations", again))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("derived_destinations_address");
        again.put("address", "'0x" + "9".repeat(40) + "'");
        assertThat(insert("derived_destinations", again)).isOne();
    }

    @Test
    void aDerivedAddressIsHandedOutOnce_whateverThePaymentOrTheChain() {
        Map<String, String> row = new LinkedHashMap<>(Map.of(
                "payment_id",
                uuid(),
                "account_xpub_fingerprint",
                "'xpub'",
                "derivation_index",
                "1",
                "chain_id",
                "1",
                "request_id",
                uuid(),
                "address",
                "'0x" + "7".repeat(40) + "'"));
        assertThat(insert("derivation_indices", row)).isOne();
        row.put("payment_id", uuid());
        row.put("derivation_index", "2");
        row.put("chain_id", "2");
        assertThatThrownBy(() -> insert("derivation_indices", row)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aSightingIsOneRow_byChainTransactionLogAndBlock() {
        Map<String, String> row = new LinkedHashMap<>(Map.of(
                "chain_id",
                "1",
                "tx_hash",
                HASH,
                "log_index",
                "3",
                "block_number",
                "7",
                "block_hash",
                HASH,
                "block_time",
                "now()",
                "token",
                "'" + Rows.ADDRESS + "'",
                "from_address",
                "'" + Rows.ADDRESS + "'",
                "to_address",
                "'" + Rows.ADDRESS + "'",
                "amount",
                "1"));
        assertThat(insert("chain_observations", row)).isOne();
        row.put("amount", "2");
        assertThatThrownBy(() -> insert("chain_observations", row)).isInstanceOf(DuplicateKeyException.class);
        row.put("log_index", "4");
        assertThat(insert("chain_observations", row)).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "approved_by, buyer_id",
        "approved_by, seller_id",
        "first_approved_by, seller_id",
        "held_by, buyer_id",
        "accepted_by, seller_id"
    })
    void aPartyNeverGuardsItsOwnTransfer(String column, String party) {
        UUID transfer = transfer("instructed");
        assertThatThrownBy(() -> app.sql("update custody_transfers set " + column + " = " + party + " where id = ?")
                        .param(transfer)
                        .update())
                .hasMessageContaining("custody_transfers_guarded_by_no_party");
    }

    @Test
    void aTransferThatNeedsAGuardIsNotOnItsWayWithoutOne_andTwoApprovalsAreOfTwoPeople() {
        UUID transfer = transfer("instructed");
        UUID guard = rows.user("guard");
        assertThatThrownBy(() -> app.sql("update custody_transfers set status = 'approved' where id = ?")
                        .param(transfer)
                        .update())
                .hasMessageContaining("custody_transfers_guarded_where_required");
        assertThatThrownBy(() -> app.sql(
                                "update custody_transfers set first_approved_by = ?, approved_by = ? where id = ?")
                        .params(guard, guard, transfer)
                        .update())
                .hasMessageContaining("check constraint");
        assertThat(app.sql("update custody_transfers set status = 'approved', approved_by = ? where id = ?")
                        .params(guard, transfer)
                        .update())
                .isOne();
    }

    @Test
    void aPartyNeitherVouchesForItsPaymentNorResolvesItsDispute() {
        for (String party : new String[] {"buyer_id", "seller_id"}) {
            assertThatThrownBy(() -> app.sql("update payments set off_chain_confirmed_by = " + party + " where id = ?")
                            .param(payment)
                            .update())
                    .hasMessageContaining("payments_vouched_for_by_no_party");
            Map<String, String> dispute = dispute("refund", "null", "null");
            dispute.put("resolved_by", of(payment, party));
            assertThatThrownBy(() -> insert("disputes", dispute)).hasMessageContaining("disputes_resolved_by_no_party");
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 6.000001", "4, 5.999999", "10, 10", "-1, 11"})
    void aSplitThatIsNotWhatIsHeldIsRefused(String toBuyer, String toSeller) {
        assertThatThrownBy(() -> insert("disputes", dispute("compensation", toBuyer, toSeller)))
                .hasMessageContaining("check constraint");
    }

    @Test
    void aSplitThatIs_isTaken_alsoOneOfLessThanTheColumnCanShow() {
        assertThat(insert("disputes", dispute("compensation", "4", "6"))).isOne();
        assertThat(insert("disputes", dispute("compensation", "0.0000000000000000004", "9.9999999999999999996")))
                .isOne();
    }

    @Test
    void heldIsShownAsItIsCounted_butForWhatIsTooSmallToShow() {
        assertThatThrownBy(() -> held("0", "1")).hasMessageContaining("payments_held_as_its_units");
        assertThatThrownBy(() -> held("1", "0")).hasMessageContaining("payments_held_as_its_units");
        app.sql("update payments set token_decimals = 24 where id = ?")
                .param(payment)
                .update();
        held("0", "1");
        assertThatThrownBy(() -> held("1", "0")).hasMessageContaining("payments_held_as_its_units");
    }

    @ParameterizedTest
    @ValueSource(strings = {"destination_address", "token_address", "paid_from"})
    void ourOwnAddressIsNobodysToBePaidTo(String whose) {
        UUID transfer = transfer("instructed");
        String hot = "0x" + "c".repeat(40);
        app.sql("update custody_transfers set from_account = ? where id = ?")
                .params(hot, transfer)
                .update();
        String address = whose.equals("paid_from") ? "'" + hot + "'" : of(payment, whose);
        for (String column : new String[] {"address", "asked_address"}) {
            Map<String, String> row = payoutAddress(column, address);
            assertThatThrownBy(() -> insert("payout_addresses", row))
                    .as(column)
                    .hasMessageContaining("a payout address is not one of our own");
        }
        Map<String, String> fine = payoutAddress("address", "'0x" + "d".repeat(40) + "'");
        assertThat(insert("payout_addresses", fine)).isOne();
        assertThatThrownBy(() -> app.sql(
                                "update payout_addresses set address = " + address + " where id = " + fine.get("id"))
                        .update())
                .hasMessageContaining("a payout address is not one of our own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "zero"})
    void aPayoutGoesToSomebody(String to) {
        Map<String, String> row = payout();
        row.put("to_address", to.equals("zero") ? "'0x" + "0".repeat(40) + "'" : row.get("token"));
        assertThatThrownBy(() -> insert("custody_transactions", row))
                .hasMessageContaining("custody_transactions_pays_somebody");
    }

    @ParameterizedTest
    @CsvSource({
        "amount, amount + 1",
        "to_address, from_account",
        "token, from_account",
        "chain_id, 2",
        "request_id, gen_random_uuid()",
        "attempt, 2"
    })
    void aPayoutStaysWhatWasSubmitted(String column, String value) {
        Map<String, String> row = payout();
        insert("custody_transactions", row);
        assertThatThrownBy(() -> change(row, column + " = " + value)).hasMessageContaining("stays what was submitted");
    }

    @Test
    void aNonceThatWasTold_andAnEnd_stay() {
        Map<String, String> row = payout();
        insert("custody_transactions", row);
        change(row, "nonce = 12");
        change(row, "told = 'signed'");
        assertThatThrownBy(() -> change(row, "nonce = 13")).hasMessageContaining("the nonce that were told");
        assertThatThrownBy(() -> change(row, "from_account = to_address"))
                .hasMessageContaining("the nonce that were told");
        change(row, "state = 'final', told = 'final'");
        assertThatThrownBy(() -> change(row, "state = 'queued'")).hasMessageContaining("is final, and stays so");
    }

    @Test
    void anAggregatorDoesNotGoBack() {
        Map<String, String> row =
                new LinkedHashMap<>(Map.of("chain_id", "1", "aggregator", "'" + Rows.ADDRESS + "'", "round", "7"));
        assertThat(insert("quote_rounds", row)).isOne();
        assertThatThrownBy(() -> app.sql("update quote_rounds set round = 6").update())
                .hasMessageContaining("went back from round 7 to 6");
        assertThatThrownBy(() -> app.sql("delete from quote_rounds").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private void held(String amount, String units) {
        app.sql("update payments set held_amount = " + amount + ", held_units = " + units + " where id = ?")
                .param(payment)
                .update();
    }

    private UUID transfer(String status) {
        UUID id = UUID.randomUUID();
        app.sql("insert into custody_transfers (id, payment_id, purchase_request_id, buyer_id, seller_id,"
                        + " beneficiary_id, kind, status, guard_required, to_address, currency, chain_id,"
                        + " token_address, token_decimals, amount, amount_units, version, position, created_at,"
                        + " updated_at) select ?, id, purchase_request_id, buyer_id, seller_id, seller_id,"
                        + " 'release', ?, true, payout_address, currency, chain_id, token_address, token_decimals,"
                        + " amount, amount_units, 0, 9, now(), now() from payments where id = ?")
                .params(id, status, payment)
                .update();
        return id;
    }

    /** Resolved, of a payment of its own, about 10. */
    private Map<String, String> dispute(String ruling, String toBuyer, String toSeller) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", uuid());
        row.put("payment_id", "'" + payment + "'");
        for (String column : new String[] {"purchase_request_id", "buyer_id", "seller_id", "currency"}) {
            row.put(column, of(payment, column));
        }
        row.put("opened_by", of(payment, "buyer_id"));
        row.put("category", "'damaged'");
        row.put("reason", "'sealed'");
        row.put("status", "'resolved'");
        row.put("amount_at_stake", "10");
        row.put("respond_by", "now()");
        row.put("ruling", "'" + ruling + "'");
        row.put("amount_to_buyer", toBuyer);
        row.put("amount_to_seller", toSeller);
        row.put("resolved_at", "now()");
        return stamped(row);
    }

    private Map<String, String> payoutAddress(String column, String address) {
        boolean asked = column.equals("asked_address");
        Map<String, String> row = new LinkedHashMap<>();
        row.put("id", uuid());
        row.put("user_id", "'" + rows.user("seller") + "'");
        row.put("chain_family", "'evm'");
        row.put(column, address);
        row.put(asked ? "asked_until" : "usable_from", "now()");
        if (asked) {
            row.put("asked_account", address);
        }
        return stamped(row);
    }

    /** Signed, and told to nobody. */
    private static Map<String, String> payout() {
        String hash = "'0x" + (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "") + "'";
        Map<String, String> row = new LinkedHashMap<>();
        row.put("transfer_id", uuid());
        row.put("chain_id", "1");
        row.put("request_id", uuid());
        row.put("to_address", "'0x" + "e".repeat(40) + "'");
        row.put("token", "'" + Rows.ADDRESS + "'");
        row.put("amount", "5");
        row.put("from_account", "'0x" + "1".repeat(40) + "'");
        row.put("nonce", Long.toString(Math.abs(UUID.randomUUID().getLeastSignificantBits() % 1_000_000_000) + 100));
        row.put("raw_transaction", "'\\x00'");
        row.put("tx_hash", hash);
        row.put("state", "'signed'");
        return row;
    }

    private void change(Map<String, String> row, String set) {
        app.sql("update custody_transactions set " + set + " where transfer_id = " + row.get("transfer_id"))
                .update();
    }

    private static Map<String, String> stamped(Map<String, String> row) {
        row.put("version", "0");
        row.put("position", "4");
        row.put("created_at", "now()");
        row.put("updated_at", "now()");
        return row;
    }

    private static String of(UUID payment, String column) {
        return "(select " + column + " from payments where id = '" + payment + "')";
    }

    private static String uuid() {
        return "'" + UUID.randomUUID() + "'";
    }

    private int insert(String table, Map<String, String> row) {
        return app.sql("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                        + String.join(", ", row.values()) + ")")
                .update();
    }
}
