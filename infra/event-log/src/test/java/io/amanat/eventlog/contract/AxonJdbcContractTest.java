package io.amanat.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.eventlog.contract.Contract.Promise;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Axon's own engine on PostgreSQL: what we had before, and what our engine is measured against. */
@ExtendWith(PostgresExtension.class)
class AxonJdbcContractTest extends EventStorageContract {

    private final EmbeddedEventStore store;

    AxonJdbcContractTest(TestDatabase database) {
        store = StockJdbc.store(database.owner());
    }

    @AfterEach
    void close() {
        store.shutDown();
    }

    @Override
    EventStore store() {
        return store;
    }

    @Override
    Set<Promise> promises() {
        return Set.of();
    }

    /** Not a promise that we would miss for its own sake: its readers must guess whether a hole will still be filled. */
    @Test
    void givenAFailedAppend_whenTheNextOneFollows_thenItsPositionsHaveAGap() throws Exception {
        assertThat(stepAfterAFailedAppend()).isGreaterThan(1);
    }
}
