package io.amanat.chain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class ProviderHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private final JdbcClient jdbc;
    private final ProviderHealth health;

    ProviderHealthTest(TestDatabase database) {
        jdbc = database.jdbc();
        health = new ProviderHealth(
                new ProviderDeliveries(jdbc), Duration.ofMinutes(5), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void empty() {
        jdbc.sql("delete from provider_deliveries").update();
    }

    @Test
    void givenNoneThatWaitsTooLong_thenUp() {
        delivery(NOW.minus(Duration.ofMinutes(4)), null);
        delivery(NOW.minus(Duration.ofHours(1)), "chain_silent");

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("waiting", 0L);
    }

    @Test
    void givenOneThatWaitsTooLong_thenDownWithItsTime_andAfterADayItIsOnlyCounted() {
        delivery(NOW.minus(Duration.ofDays(2)), null);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        delivery(NOW.minus(Duration.ofMinutes(6)), null);

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails())
                .containsEntry("waiting", 2L)
                .containsEntry("waitingSince", "2026-11-23T08:00:00Z");
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        health.bindTo(registry);
        assertThat(registry.get("amanat.providers.deliveries.waiting").gauge().value())
                .isEqualTo(2);
    }

    private void delivery(Instant at, @Nullable String outcome) {
        jdbc.sql("insert into provider_deliveries (provider, delivery_id, body_sha256, body_bytes, outcome,"
                        + " received_at) values ('shkeeper', ?, ?, 9, ?, ?)")
                .param(at.toString())
                .param("a".repeat(64))
                .param(outcome)
                .param(Timestamp.from(at))
                .update();
    }
}
