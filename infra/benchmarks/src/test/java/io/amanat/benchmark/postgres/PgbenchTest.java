package io.amanat.benchmark.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PgbenchTest {
    @Test
    void givenItsOutput_whenRead_thenTheRateWithoutConnecting() {
        assertThat(Pgbench.rate("""
            number of transactions actually processed: 27813
            initial connection time = 41.513 ms
            tps = 5600.123456 (without initial connection time)
            """)).isEqualTo(5600.123456);
    }

    @Test
    void givenNoRate_whenRead_thenItsWordsAreTold() {
        assertThatThrownBy(() -> Pgbench.rate("connection refused")).hasMessageContaining("connection refused");
    }
}
