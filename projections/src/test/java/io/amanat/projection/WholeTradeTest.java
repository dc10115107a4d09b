package io.amanat.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.Posting;
import io.amanat.contract.escrow.Postings;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Trades;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two trades from beginning to end, one smooth and one disputed; then the same events again. */
@ExtendWith(PostgresExtension.class)
class WholeTradeTest {
    private final ReadModel read;

    WholeTradeTest(TestDatabase database) {
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenCompletedTrade_thenEverybodyIsPaidAndNothingIsHeld() {
        Story story = Trades.completed(1);

        read.apply(story.events());

        assertThat(request(story)).isEqualTo("seller_paid delivery_confirmed");
        assertThat(payment(story)).isEqualTo("completed released completion 0 0");
        assertThat(balances(story)).containsExactly("external -125.50", "platform 3.1375", "seller 122.3625");
        assertThat(read.all(
                        "select concat_ws(' ', kind, status, attempt, guard_required) from custody_transfers"
                                + " where purchase_request_id = ?",
                        story.request.value()))
                .containsExactly("release final 1 t");
        ledgerIsAsPosted(story);
    }

    @Test
    void givenCompensatedTrade_thenBothGetTheirPart() {
        Story story = Trades.compensated(2);

        read.apply(story.events());

        assertThat(request(story)).isEqualTo("seller_paid ruling");
        assertThat(payment(story)).isEqualTo("completed released ruling 0 0");
        assertThat(balances(story)).containsExactly("buyer 25.50", "external -125.50", "platform 2.50", "seller 97.50");
        assertThat(read.one(
                        "select concat_ws(' ', status, ruling, trim_scale(amount_to_buyer),"
                                + " trim_scale(amount_to_seller)) from disputes where id = ?",
                        story.dispute.value()))
                .isEqualTo("resolved compensation 25.5 100");
        ledgerIsAsPosted(story);
    }

    @Test
    void givenWholeTrades_whenEveryEventComesAgain_thenNotARowDiffers() {
        List<StoredEvent> smooth = Trades.completed(3).events();
        List<StoredEvent> disputed = Trades.compensated(4).events();
        read.apply(smooth);
        read.apply(disputed);
        Map<String, List<String>> once = read.everything();
        assertThat(once).allSatisfy((table, rows) -> {
            if (!List.of(
                            "purchase_request_service_info",
                            "purchase_request_preferred_sellers",
                            "derived_destination_sweeps",
                            "exposure_write_offs",
                            "transfer_screenings",
                            "config_settings",
                            "config_setting_history",
                            "payout_addresses")
                    .contains(table)) {
                assertThat(rows).as(table).isNotEmpty();
            }
        });

        read.apply(disputed);
        read.apply(smooth);

        assertThat(read.everything()).isEqualTo(once);
    }

    @Test
    void givenTrade_whenAnyOfItsLastEventsComeAgain_thenNotARowDiffers() {
        List<StoredEvent> events = Trades.compensated(5).events();
        read.apply(events);
        Map<String, List<String>> once = read.everything();

        for (int from = events.size() - 1; from >= 0; from--) {
            read.apply(events.subList(from, events.size()));
            assertThat(read.everything()).as("again from %s", events.get(from)).isEqualTo(once);
        }
    }

    @Test
    void givenTrade_whenProjectedInOneBatch_thenAsEventByEvent() {
        Story one = Trades.compensated(6);
        read.apply(one.events());
        Map<String, List<String>> before = read.everything();
        Story same = Trades.compensated(7);
        Projections projections = new Projections();

        read.write(same.events().stream()
                .flatMap(event -> projections.changes(event).stream())
                .toList());

        Map<String, List<String>> after = read.everything();
        assertThat(after.get("funds_ledger_entries"))
                .hasSizeGreaterThan(before.get("funds_ledger_entries").size());
        assertThat(request(same)).isEqualTo(request(one));
        assertThat(payment(same)).isEqualTo(payment(one));
        assertThat(balances(same)).isEqualTo(balances(one));
        assertThat(evidence(same)).isEqualTo(evidence(one));
    }

    private void ledgerIsAsPosted(Story story) {
        List<String> posted = story.events().stream()
                .filter(stored -> stored.event() instanceof PaymentEvent)
                .flatMap(stored -> Postings.of((PaymentEvent) stored.event()).stream()
                        .map(posting -> stored.position() + " " + line(posting)))
                .toList();
        assertThat(read.all(
                        "select concat_ws(' ', position, entry_type, debit_account, credit_account, amount_units)"
                                + " from funds_ledger_entries where payment_id = ? order by position, ordinal",
                        story.payment.value()))
                .isEqualTo(posted)
                .isNotEmpty();
        assertThat(read.one(
                        "select sum(balance_units)::text from funds_balances where payment_id = ?",
                        story.payment.value()))
                .isEqualTo("0");
    }

    private static String line(Posting posting) {
        return String.join(
                " ",
                posting.type().wire(),
                posting.debit().wire(),
                posting.credit().wire(),
                posting.amount().units().toString());
    }

    private String request(Story story) {
        return read.one(
                "select concat_ws(' ', status, completion_cause) from purchase_requests where id = ?",
                story.request.value());
    }

    private String payment(Story story) {
        return read.one(
                "select concat_ws(' ', status, escrow_state, settlement_cause, freeze_cause,"
                        + " trim_scale(held_amount), held_units) from payments where id = ?",
                story.payment.value());
    }

    private List<String> balances(Story story) {
        return read
                .all(
                        "select concat_ws(' ', account, round(balance, 4)) from funds_balances where payment_id = ?"
                                + " and balance <> 0 order by account::text",
                        story.payment.value())
                .stream()
                .map(line -> line.replaceFirst("00$", ""))
                .toList();
    }

    private List<String> evidence(Story story) {
        return read.all(
                "select e ->> 'sha256' from disputes, jsonb_array_elements(evidence) e where disputes.id = ?",
                story.dispute.value());
    }
}
