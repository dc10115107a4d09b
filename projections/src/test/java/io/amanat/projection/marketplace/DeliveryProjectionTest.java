package io.amanat.projection.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryAttemptFailed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryConfirmed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryHandedOver;
import io.amanat.contract.marketplace.DeliveryEvent.GoodsShipped;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestDisputed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.ResumedForReplacement;
import io.amanat.contract.marketplace.Shipment;
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

@ExtendWith(PostgresExtension.class)
class DeliveryProjectionTest {
    private static final String INFO =
            "select concat_ws(' ', shipped_at is not null, handed_over_at is not null, code_issued_at is not null,"
                    + " confirmed_at is not null, code_attempts, code_locked_at is not null)"
                    + " from purchase_request_delivery_info where purchase_request_id = ?";
    private static final String ATTEMPTS =
            "select concat_ws(' ', attempt, outcome) from delivery_attempts where purchase_request_id = ? order by"
                    + " attempt";

    private final ReadModel read;

    DeliveryProjectionTest(TestDatabase database) {
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenHandedOver_whenTheCodeIsWrongTooOften_thenEveryTryIsThereAndTheCodeLocked() {
        Story story = Trades.delivered(1);
        read.apply(story.events());
        assertThat(read.one(INFO, story.request.value())).isEqualTo("t t t f 1 f");

        read.apply(story.add(new DeliveryAttemptFailed(story.request, 2, true)));

        assertThat(read.one(INFO, story.request.value())).isEqualTo("t t t f 2 t");
        assertThat(read.all(ATTEMPTS, story.request.value())).containsExactly("1 wrong_code", "2 locked");
        assertThat(read.one(
                        "select distinct actor from delivery_attempts where purchase_request_id = ?",
                        story.request.value()))
                .isEqualTo("user:" + story.buyer);
    }

    @Test
    void givenCompletedAndDisputed_whenReplaced_thenTheDeliveryStartsOver_andTheTriesGoOn() {
        Story story = Trades.delivered(2);
        story.then(
                new DeliveryConfirmed(story.request, 2),
                new PurchaseRequestCompleted(story.request, CompletionCause.DELIVERY_CONFIRMED),
                new PurchaseRequestDisputed(story.request, story.dispute, PurchaseRequestStatus.COMPLETED),
                new ResumedForReplacement(story.request, story.dispute));
        read.apply(story.events());

        assertThat(read.one(INFO, story.request.value())).isEqualTo("f f f f 2 f");
        assertThat(read.one(
                        "select count(*) from purchase_request_seller_delivery_info where purchase_request_id = ?",
                        story.request.value()))
                .isEqualTo("0");
        assertThat(read.one(
                        "select concat_ws(' ', status, status_before_dispute, completion_cause, completed_at)"
                                + " from purchase_requests where id = ?",
                        story.request.value()))
                .isEqualTo("in_progress completed");

        story.then(
                new GoodsShipped(story.request, new Shipment(null, null, null)),
                new DeliveryHandedOver(story.request),
                new DeliveryAttemptFailed(story.request, 3, false));
        read.apply(story.events());
        Map<String, List<String>> once = read.everything();
        assertThat(read.all(ATTEMPTS, story.request.value()))
                .containsExactly("1 wrong_code", "2 confirmed", "3 wrong_code");

        read.apply(story.events());
        assertThat(read.everything()).isEqualTo(once);
    }
}
