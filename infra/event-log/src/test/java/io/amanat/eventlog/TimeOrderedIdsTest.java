package io.amanat.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05.678Z"));
    private final TimeOrderedIds ids = new TimeOrderedIds(now::get, 42);

    @Test
    void givenAClockThatStandsOrGoesBack_whenIdsAreMade_thenEachIsGreaterThanTheLast() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            if (i == 5_000) {
                now.set(now.get().minusSeconds(3600));
            }
            made.add(ids.generateIdentifier());
        }
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void givenAnId_whenItIsTakenApart_thenItIsAVersionSevenUuidOfThisInstant() {
        UUID id = UUID.fromString(ids.generateIdentifier());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.get().toEpochMilli());
    }

    @Test
    void givenTwoProcessesInTheSameMillisecond_whenBothMakeIds_thenNoneIsTheSame() {
        TimeOrderedIds other = new TimeOrderedIds(now::get, 43);
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            made.add(ids.generateIdentifier());
            made.add(other.generateIdentifier());
        }
        assertThat(made).hasSize(2_000);
    }

    @Test
    void givenAxon_whenItLooksForAFactory_thenItFindsThisOne() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIds.class);
    }
}
