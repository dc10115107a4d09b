package io.amanat.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amanat.contract.audit.EventHistory;
import io.amanat.platform.serialization.ParcelTrial.Witness;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** An event that nobody can read is never skipped, and everybody who meets it says which one it is. */
@ExtendWith(PostgresExtension.class)
class UnknownEventsTest {

    private final TestDatabase database;
    private final ParcelLog log;
    private final String unknown;

    private ConfigurableApplicationContext application;

    UnknownEventsTest(TestDatabase database) {
        this.database = database;
        this.log = new ParcelLog(database);
        this.unknown = log.append("parcel.weighed.v4", "\"stones\":1");
        log.append("parcel.returned.v1", "\"note\":\"after it\"");
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
    void givenUnknownEvent_thenProcessorsDoNotGetPastItAndReadersNameIt() {
        StreamingEventProcessor processor = application
                .getBean(EventProcessingConfiguration.class)
                .eventProcessor("projections", StreamingEventProcessor.class)
                .orElseThrow();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState));
        assertThat(application.getBean(Witness.class).seen).isSubsetOf(log.now);

        EventStore store = application.getBean(EventStore.class);
        refused(() -> store.readEvents(log.parcel.toString()).asStream().toList(), "event " + unknown + ": ");
        refused(
                () -> application.getBean(EventHistory.class).ofTrade(log.parcel),
                "event " + unknown + " at position " + position() + ": ");
        try (var stream = store.openStream(null)) {
            refused(
                    () -> {
                        while (stream.hasNextAvailable()) {
                            stream.nextAvailable();
                        }
                    },
                    "event " + unknown + " at position " + position() + ": ");
        }
    }

    private long position() {
        return database.jdbc()
                .sql("select position from event_log where event_id = :id")
                .param("id", unknown)
                .query(Long.class)
                .single();
    }

    private static void refused(ThrowingCallable reading, String place) {
        assertThatThrownBy(reading)
                .isInstanceOf(UnknownEventType.class)
                .hasMessageStartingWith(place + "no event is named 'parcel.weighed.v4'");
    }
}
