package io.amanat.projection.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.Event;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.domain.marketplace.PurchaseRequest;
import io.amanat.domain.marketplace.RequestFold;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The aggregate and the read tables follow the same events: after each of them they say the same. */
@ExtendWith(PostgresExtension.class)
class RequestFoldTest {
    private static final int WALKS = 30;
    private static final int STEPS = 250;

    private final ReadModel read;
    private final Set<String> seen = new HashSet<>();

    RequestFoldTest(TestDatabase database) {
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenRandomCommands_thenTheTablesSayWhatTheAggregateSays_andSayItAgain() {
        Random random = new Random(20_260_301);
        List<Story> stories = new ArrayList<>();
        for (int walk = 1; walk <= WALKS; walk++) {
            Story story = new Story(walk).people();
            read.apply(story.events());
            walk(story, new RequestCommands(story, random));
            stories.add(story);
        }
        Set<String> unreached = EnumSet.allOf(PurchaseRequestStatus.class).stream()
                .map(PurchaseRequestStatus::wire)
                .filter(status -> !seen.contains(status))
                .collect(Collectors.toSet());
        assertThat(unreached).as("statuses that no walk came through").containsExactly("pending_payment");

        Map<String, List<String>> once = read.everything();
        stories.forEach(story -> read.apply(story.events()));
        assertThat(read.everything()).isEqualTo(once);
    }

    private void walk(Story story, RequestCommands commands) {
        Aggregates aggregates = new Aggregates().with(PurchaseRequest.class);
        RequestFold fold = new RequestFold();
        for (int step = 0; step < STEPS; step++) {
            for (Event event : aggregates.send(commands.next())) {
                fold.follow((PurchaseRequestEvent) event);
                read.apply(story.add(event));
                assertThat(request(story)).as("%s", event).isEqualTo(fold.request());
                assertThat(offers(story)).as("%s", event).isEqualTo(fold.offers());
                seen.add(status(story));
            }
        }
    }

    private String request(Story story) {
        return read.one(
                "select concat_ws(' ', status, completion_cause, cancellation_cause, code_attempts) from"
                    + " purchase_requests join purchase_request_delivery_info on purchase_request_id = id where id ="
                    + " ?",
                story.request.value());
    }

    private String status(Story story) {
        return read.one("select status from purchase_requests where id = ?", story.request.value());
    }

    private String offers(Story story) {
        return String.join(
                ", ",
                read.all(
                        "select concat_ws(' ', id, status, trim_scale(price * 1000000)) from seller_offers"
                                + " where purchase_request_id = ? order by id::text collate \"C\"",
                        story.request.value()));
    }
}
