package io.amanat.projection.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.custody.screening.ListCategory;
import io.amanat.contract.custody.screening.Opinion;
import io.amanat.contract.custody.screening.Verdict;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.escrow.PayInEvent.ExcessSetAside;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Screened;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Trades;
import io.amanat.projection.story.Wares;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class ScreeningProjectionTest {
    private final ReadModel read;

    ScreeningProjectionTest(TestDatabase database) {
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenATransferThatPasses_thenItsRowSaysByWhat_andTheTimelineSaysNothing() {
        Story story = paid(1);
        story.then(Screened.screened(story, List.of(), List.of(), null));

        after(story, "passed pass  " + Screened.RULES.version() + " list-1 1 " + story.hash(1001) + " 60000000");
        assertThat(timeline(story)).isEmpty();
    }

    @Test
    void givenAHeldTransfer_whenTheSourceAnswersAndAGuardClearsIt_thenTheRowFollows() {
        Story story = paid(2);
        story.then(Screened.down(story));
        after(
                story,
                "held hold source_unanswered " + Screened.RULES.version() + " list-1 1 " + story.hash(1001)
                        + " 60000000");

        story.then(Screened.screened(story, List.of(), List.of(), new Opinion("kyt", Verdict.HOLD, "r-7")));
        after(
                story,
                "held hold provider_holds " + Screened.RULES.version() + " list-1 1 " + story.hash(1001) + " 60000000");
        assertThat(read.one("select inputs::text from transfer_screenings where payment_id = ?", story.payment.value()))
                .contains("\"provider\": \"kyt\"", "\"providerReference\": \"r-7\"", "\"windowTransfers\": \"2\"");

        story.then(Screened.cleared(story));
        after(
                story,
                "cleared hold provider_holds " + Screened.RULES.version() + " list-1 1 " + story.hash(1001)
                        + " 60000000 " + story.guard);
        assertThat(timeline(story))
                .containsExactly(
                        "screening.transfer-screened.v1",
                        "screening.transfer-screened.v1",
                        "screening.transfer-cleared.v1");
    }

    @Test
    void givenARejectedTransfer_thenItsMoneyIsALiability_andNothingIsHeld() {
        Story story = paid(3);
        story.then(
                Screened.screened(story, List.of(ListCategory.SANCTIONED), List.of(), null),
                new ExcessSetAside(story.payment, Trades.key(story, 1), Wares.usdt("60"), ExcessCause.REJECTED));

        after(
                story,
                "rejected reject sender_sanctioned " + Screened.RULES.version() + " list-1 1 " + story.hash(1001)
                        + " 60000000");
        assertThat(read.one(
                        "select concat_ws(' ', debit_account, credit_account, amount_units, reason)"
                                + " from funds_ledger_entries where payment_id = ? and entry_type = 'adjustment'",
                        story.payment.value()))
                .isEqualTo("clearing unallocated 60000000 rejected");
        assertThat(read.one("select held_units::text from payments where id = ?", story.payment.value()))
                .isEqualTo("0");
        assertThat(timeline(story)).isEmpty();
    }

    @Test
    void givenAHeldTransfer_whenAGuardRejectsIt_thenTheRowNamesTheGuard() {
        Story story = paid(4);
        story.then(Screened.down(story), Screened.rejected(story));
        after(
                story,
                "rejected hold source_unanswered " + Screened.RULES.version() + " list-1 1 " + story.hash(1001)
                        + " 60000000 " + story.guard);
    }

    private void after(Story story, String expected) {
        read.apply(story.events());
        Map<String, List<String>> once = read.everything();
        read.apply(story.events());
        assertThat(read.everything()).isEqualTo(once);
        assertThat(read.one(
                        "select concat_ws(' ', status, verdict, findings, rule_set_version, list_version, log_index,"
                                + " tx_hash, amount_units, decided_by) from transfer_screenings where id = ?",
                        Screened.id(story).value()))
                .isEqualTo(expected);
    }

    private List<String> timeline(Story story) {
        return read.all(
                "select kind from trade_timeline where purchase_request_id = ? and kind like 'screening.%' order by"
                        + " position",
                story.request.value());
    }

    private static Story paid(long number) {
        Story story = new Story(number).opened();
        return story.then(Trades.seen(story, 1, "60"));
    }
}
