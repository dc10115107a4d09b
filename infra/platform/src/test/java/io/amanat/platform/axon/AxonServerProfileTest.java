package io.amanat.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.amanat.contract.identity.UserId;
import io.amanat.platform.startup.StartupProblem;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.NestedExceptionUtils;

/** What the profile says when it cannot be. With a real Axon Server only the contract's tests run. */
@ExtendWith(PostgresExtension.class)
class AxonServerProfileTest {

    private final TestDatabase database;

    AxonServerProfileTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void givenNoAddress_whenStarted_thenItSaysWhatToSet() {
        assertThat(start("spring.profiles.active=axonserver"))
                .hasMessageContaining("amanat.axon-server.address is not set");
    }

    @Test
    void givenNobodyAtTheAddress_whenStarted_thenItSaysSo() {
        assertThat(start(
                        "spring.profiles.active=axonserver",
                        "amanat.axon-server.address=127.0.0.1:1",
                        "amanat.axon-server.token=hush",
                        "amanat.axon-server.connect-timeout=1s"))
                .hasMessage("Axon Server at 127.0.0.1:1, context default does not answer.");
    }

    @Test
    void givenADatabaseThatIsACopy_whenStartedWithoutTheProfile_thenItRefuses() {
        database.jdbc()
                .sql("insert into token_entry (processor_name, segment, token, token_type, time_stamp, owner)"
                        + " values ('event-log-mirror', 0, '{}', 'x', '2026-01-01T00:00:00Z', '0')")
                .update();
        assertThat(start("x=y")).hasMessageContaining("holds a copy of the events in Axon Server");
        database.jdbc().sql("delete from token_entry").update();
    }

    private StartupProblem start(String... settings) {
        Throwable failure =
                catchThrowable(() -> new MemberNode(database, new UserId(UUID.randomUUID()), settings).close());
        assertThat(failure).as("the start fails").isNotNull();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupProblem problem) {
                return problem;
            }
        }
        throw new AssertionError("no problem that an operator can mend", NestedExceptionUtils.getRootCause(failure));
    }
}
