package io.amanat.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amanat.contract.audit.EventHistory;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.platform.serialization.ParcelTrial.Witness;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** Everybody who reads a log with a past in it sees the same present: aggregates, event handlers, and readers of the table. */
@ExtendWith(PostgresExtension.class)
class HistoricEventsTest {

    private final TestDatabase database;
    private final ParcelLog log;

    private ConfigurableApplicationContext application;

    HistoricEventsTest(TestDatabase database) {
        this.database = database;
        this.log = new ParcelLog(database);
    }

    @BeforeEach
    void start() {
        application = ParcelTrial.start(database);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void givenHistoricEvents_whenAggregateIsLoaded_thenTheyAreAsNow() {
        assertThat(application
                        .getBean(EventStore.class)
                        .readEvents(log.parcel.toString())
                        .asStream()
                        .map(Message::getPayload)
                        .toList())
                .isEqualTo(log.now);
    }

    @Test
    void givenHistoricEvents_whenHandled_thenTheyAreAsNow() {
        List<ParcelEvent> handled = application.getBean(Witness.class).seen;
        await().atMost(Duration.ofSeconds(20)).until(() -> handled.containsAll(log.now));
    }

    @Test
    void givenHistoricEvents_whenTheTableIsRead_thenTheyAreAsNow() {
        List<StoredEvent> read = application.getBean(EventHistory.class).ofTrade(log.parcel);

        assertThat(read).extracting(StoredEvent::event).isEqualTo(log.now);
        assertThat(read)
                .extracting(StoredEvent::type)
                .containsExactly("parcel.weighed.v3", "parcel.weighed.v3", "parcel.returned.v1");
    }

    @Test
    void givenHistoricEvents_whenTheLogIsShown_thenTheyAreAsStored() {
        assertThat(database.jdbc()
                        .sql("select event_type from event_log where aggregate_id = :id order by position")
                        .param("id", log.parcel.toString())
                        .query(String.class)
                        .list())
                .containsExactly("parcel.weighed.v1", "parcel.weighed.v2", "parcel.sent-back.v1");
    }
}
