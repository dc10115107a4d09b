package io.amanat.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedBuffersTest {

    private static final long GIBIBYTE = 1L << 30;

    @ParameterizedTest
    @CsvSource({"0, 64", "1, 256", "2, 512", "4, 1024", "16, 4096", "64, 4096"})
    void givenAMachine_whenAsked_thenAQuarterOfItsMemoryWithinBounds(long gibibytes, long mebibytes) {
        assertThat(SharedBuffers.of(gibibytes * GIBIBYTE)).isEqualTo(mebibytes);
    }
}
