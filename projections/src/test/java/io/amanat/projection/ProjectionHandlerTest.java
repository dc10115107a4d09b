package io.amanat.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.projection.story.Story;
import io.amanat.projection.writing.RowWriter;
import io.amanat.projection.writing.Writing;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(PostgresExtension.class)
class ProjectionHandlerTest {
    private final List<StoredEvent> seen = new ArrayList<>();
    private final Projection remembering = event -> {
        seen.add(event);
        return List.of();
    };

    @Test
    void givenEventThatWasCommittedLate_thenItsPlaceInTheLogIsItsOwn_notHowFarTheReaderHadCome(TestDatabase database) {
        StoredEvent late = new Story(1).people().events().getFirst();

        handler(database, Map.of(late.eventId(), 5L)).on(late.event(), readAt(8, late));

        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().position()).isEqualTo(5);
    }

    @Test
    void givenLiveTables_thenThePlaceIsReadFromTheLogBesideThem(TestDatabase database) {
        StoredEvent late = new Story(2).people().events().getFirst();
        long position = database.jdbc()
                .sql("insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,"
                        + " payload_type, payload, meta_data, time_stamp) values (?, ?, 0, ?, '{}'::bytea,"
                        + " '{}'::bytea, ?) returning global_index")
                .params(late.eventId(), late.aggregateId(), late.type(), "2026-03-01T12:00:00.000Z")
                .query(Long.class)
                .single();
        DataSource app = database.app();
        var handler = new ProjectionHandler(new Projections(), writer(), new JdbcTemplate(app));

        new TransactionTemplate(new JdbcTransactionManager(app))
                .executeWithoutResult(_ -> handler.on(late.event(), readAt(position + 3, late)));

        assertThat(database.jdbc()
                        .sql("select position from users where id = ?")
                        .param(late.aggregateId())
                        .query(Long.class)
                        .single())
                .isEqualTo(position);
    }

    /** As the tracking processor hands it over when it has read up to {@code index} before. */
    private static GenericTrackedDomainEventMessage<?> readAt(long index, StoredEvent late) {
        var message = new GenericDomainEventMessage<>(
                "UserAccount",
                late.aggregateId(),
                late.sequence(),
                late.event(),
                late.metadata(),
                late.eventId(),
                late.at());
        return new GenericTrackedDomainEventMessage<>(new GapAwareTrackingToken(index, List.of()), message);
    }

    private static RowWriter writer() {
        return new RowWriter("amanat_read", Writing.IDEMPOTENT);
    }

    private ProjectionHandler handler(TestDatabase database, Map<String, Long> positions) {
        return new ProjectionHandler(remembering, writer(), new JdbcTemplate(database.app()), positions::get);
    }
}
