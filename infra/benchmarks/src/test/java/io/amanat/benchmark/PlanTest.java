package io.amanat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void givenArguments_whenRead_thenThePlanIsWhatTheySay() {
        Plan plan = Plan.of("growth", "--quick", "--folder=here", "--part=readers");

        assertThat(plan.growth()).isTrue();
        assertThat(plan.quick()).isTrue();
        assertThat(plan.folder()).isEqualTo(Path.of("here").toAbsolutePath());
        assertThat(plan.includes("readers")).isTrue();
        assertThat(plan.includes("commands")).isFalse();
    }

    @Test
    void givenNoArguments_whenRead_thenTheWholeComparisonInTimeWorthBelieving() {
        Plan plan = Plan.of("");

        assertThat(plan.growth()).isFalse();
        assertThat(plan.quick()).isFalse();
        assertThat(plan.includes("readers")).isTrue();
        assertThat(plan.rounds().warmUp()).hasSeconds(20);
    }

    @Test
    void givenUnknownArgument_whenRead_thenUsage() {
        assertThatThrownBy(() -> Plan.of("--fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Usage: ./benchmark");
    }
}
