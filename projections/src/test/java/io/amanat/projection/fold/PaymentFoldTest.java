package io.amanat.projection.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.Event;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.domain.escrow.Payment;
import io.amanat.domain.escrow.PaymentFold;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The aggregate, its row and its ledger follow the same events: after each of them they say the same. */
@ExtendWith(PostgresExtension.class)
class PaymentFoldTest {
    private static final int WALKS = 40;
    private static final int STEPS = 100;

    private final ReadModel read;
    private final Set<String> seen = new HashSet<>();

    PaymentFoldTest(TestDatabase database) {
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenRandomCommands_thenTheTablesSayWhatTheAggregateSays_andSayItAgain() {
        Random random = new Random(20_260_302);
        List<Story> stories = new ArrayList<>();
        for (int walk = 1; walk <= WALKS; walk++) {
            Story story = new Story(walk).accepted();
            story.then(story.allocated());
            read.apply(story.events());
            walk(story, new PaymentCommands(story, random));
            stories.add(story);
        }
        assertThat(seen)
                .containsAll(Stream.of(PaymentStatus.values())
                        .map(PaymentStatus::wire)
                        .toList());
        assertThat(seen)
                .containsAll(
                        Stream.of(EscrowState.values()).map(EscrowState::wire).toList());
        assertThat(seen).contains("dispute", "guard", "reorg");

        Map<String, List<String>> once = read.everything();
        stories.forEach(story -> read.apply(story.events()));
        assertThat(read.everything()).isEqualTo(once);
    }

    private void walk(Story story, PaymentCommands commands) {
        Aggregates aggregates = new Aggregates().with(Payment.class);
        PaymentFold fold = new PaymentFold();
        for (int step = 0; step < STEPS; step++) {
            for (Event event : aggregates.send(commands.next())) {
                fold.follow((PaymentEvent) event);
                read.apply(story.add(event));
                String row = payment(story);
                assertThat(row).as("%s", event).isEqualTo(fold.payment());
                assertThat(balances(story)).as("%s", event).isEqualTo(fold.balances());
                seen.addAll(List.of(row.split(" ", -1)));
            }
        }
    }

    private String payment(Story story) {
        return read.one(
                "select concat_ws(' ', status, escrow_state, freeze_cause, held_units) from payments where id = ?",
                story.payment.value());
    }

    private String balances(Story story) {
        return String.join(
                ", ",
                read.all(
                        "select concat_ws(' ', account, balance_units) from funds_balances where payment_id = ?"
                                + " and account <> 'external' and balance_units <> 0 order by account::text",
                        story.payment.value()));
    }
}
