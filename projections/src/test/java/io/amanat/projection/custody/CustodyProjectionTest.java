package io.amanat.projection.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferBroadcast;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFailed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFirstApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferHeld;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferMined;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferReplaced;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferSigned;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.DestinationEvent.DestinationQuarantined;
import io.amanat.contract.custody.DestinationEvent.DestinationSwept;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.identity.UserId;
import io.amanat.projection.story.ReadModel;
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
class CustodyProjectionTest {
    private final ReadModel read;

    CustodyProjectionTest(TestDatabase database) {
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenHeldThenApprovedThenFailed_whenRetried_thenTheNewAttemptHasNoTransactionYet() {
        Story story = Trades.paid(1);
        CustodyTransferId id = story.release;
        TransferInstruction instruction = Trades.instruction(story, Trades.leg(story, id, "122.3625"));
        story.then(
                new CustodyTransferInstructed(id, instruction, true),
                new CustodyTransferHeld(id, story.guard, story.sealed(story.guard, "wait")));
        after(story, "held 1 t");

        story.then(
                new CustodyTransferApproved(id, 1, instruction, story.guard, story.sealed(story.guard, "go")),
                new CustodyTransferSigned(id, 1, Trades.transaction(story, 7)),
                new CustodyTransferBroadcast(id, 1, story.hash(7)),
                new CustodyTransferFailed(id, 1, "reverted"));
        after(story, "failed 1 t 7 " + story.hash(7) + " reverted");

        story.then(new CustodyTransferApproved(id, 2, instruction, story.guard, story.sealed(story.guard, "again")));
        after(story, "approved 2 t");

        story.then(new CustodyTransferSigned(id, 2, Trades.transaction(story, 8)));
        after(story, "signed 2 t 8 " + story.hash(8));

        story.then(
                new CustodyTransferBroadcast(id, 2, story.hash(8)),
                new CustodyTransferMined(id, 2, 40, story.hash(40)),
                new CustodyTransferReplaced(id, 2, Trades.transaction(story, 9), story.hash(8)));
        after(story, "signed 2 t 9 " + story.hash(9));
        assertThat(read.one(
                        "select (block_hash is null)::text from custody_transfers where id = ?", story.release.value()))
                .isEqualTo("true");
    }

    @Test
    void givenTwoGuards_thenBothAreThereUntilItIsHeld() {
        Story story = Trades.paid(3);
        CustodyTransferId id = story.release;
        TransferInstruction instruction = Trades.instruction(story, Trades.leg(story, id, "122.3625"));
        UserId second = story.resolver;
        story.then(
                new CustodyTransferInstructed(id, instruction, true),
                new CustodyTransferFirstApproved(id, story.guard, story.sealed(story.guard, "go")));
        after(story, "instructed 1 t");
        assertThat(approvers(story)).isEqualTo(story.guard.toString());

        story.then(new CustodyTransferApproved(id, 1, instruction, second, story.sealed(second, "yes")));
        after(story, "approved 1 t");
        assertThat(approvers(story)).isEqualTo(story.guard + " " + second);

        story.then(new CustodyTransferHeld(id, second, story.sealed(second, "wait")));
        after(story, "held 1 t");
        assertThat(approvers(story)).isEqualTo(second.toString());
    }

    @Test
    void givenDestination_whenSweptTwice_thenBothAreThere_andQuarantineStays() {
        Story story = new Story(2).accepted().then(new Story(2).allocated());
        assertDestination(story, "active 0");

        story.then(swept(story, 1, "100"));
        assertDestination(story, "swept 1");

        story.then(
                new DestinationQuarantined(story.destination, story.guard, story.sealed(story.guard, "odd")),
                swept(story, 2, "25.50"));
        assertDestination(story, "quarantined 2");
        assertThat(read.all(
                        "select concat_ws(' ', log_index, amount_units, to_address) from derived_destination_sweeps"
                                + " where destination_id = ? order by log_index",
                        story.destination.value()))
                .containsExactly("1 100000000 " + Story.address(0xCC), "2 25500000 " + Story.address(0xCC));
    }

    private String approvers(Story story) {
        return read.one(
                "select concat_ws(' ', first_approved_by, approved_by) from custody_transfers where id = ?",
                story.release.value());
    }

    private void after(Story story, String expected) {
        twice(story);
        assertThat(read.one(
                        "select concat_ws(' ', status, attempt, guard_required, nonce, tx_hash, failure_reason)"
                                + " from custody_transfers where id = ?",
                        story.release.value()))
                .isEqualTo(expected);
    }

    private void assertDestination(Story story, String expected) {
        twice(story);
        assertThat(read.one(
                        "select concat_ws(' ', status, (select count(*) from derived_destination_sweeps"
                                + " where destination_id = d.id)) from derived_destinations d where id = ?",
                        story.destination.value()))
                .isEqualTo(expected);
    }

    private void twice(Story story) {
        read.apply(story.events());
        Map<String, List<String>> once = read.everything();
        read.apply(story.events());
        assertThat(read.everything()).isEqualTo(once);
    }

    private static DestinationSwept swept(Story story, int n, String amount) {
        return new DestinationSwept(story.destination, Trades.key(story, n), Story.address(0xCC), Wares.usdt(amount));
    }
}
