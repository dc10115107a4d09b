package io.amanat.projection.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Trades;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class TimelineProjectionTest {
    private final ReadModel read;

    TimelineProjectionTest(TestDatabase database) {
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenCompletedTrade_thenItsTimelineTellsItAcrossAggregates() {
        Story story = Trades.completed(1);

        read.apply(story.events());
        read.apply(story.events());

        assertThat(read.all(
                        "select kind from trade_timeline where purchase_request_id = ? order by position",
                        story.request.value()))
                .containsExactly(
                        "purchase-request.created.v1",
                        "offer.made.v1",
                        "offer.accepted.v1",
                        "payment.opened.v1",
                        "payment.transfer-detected.v1",
                        "payment.funds-held.v1",
                        "escrow.funded.v1",
                        "purchase-request.payment-confirmed.v1",
                        "delivery.work-started.v1",
                        "delivery.shipped.v1",
                        "delivery.handed-over.v1",
                        "delivery.code-issued.v1",
                        "delivery.attempt-failed.v1",
                        "delivery.confirmed.v1",
                        "purchase-request.completed.v1",
                        "escrow.releasable.v1",
                        "settlement.instructed.v1",
                        "custody-transfer.instructed.v1",
                        "custody-transfer.broadcast.v1",
                        "settlement.funds-released.v1",
                        "settlement.platform-fee-taken.v1",
                        "payment.completed.v1",
                        "purchase-request.seller-paid.v1");
        assertThat(read.one(
                        "select params::text from trade_timeline where purchase_request_id = ?"
                                + " and kind = 'offer.made.v1'",
                        story.request.value()))
                .contains("\"amount\": \"125.50\"", "\"currency\": \"USDT\"", story.seller.toString());
        assertThat(read.all(
                        "select distinct concat_ws(' ', actor, actor_role) from trade_timeline"
                                + " where purchase_request_id = ?",
                        story.request.value()))
                .containsExactly("user:" + story.buyer + " tester");
    }
}
