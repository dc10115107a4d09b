package io.amanat.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputedTest {
    @ParameterizedTest
    @CsvSource({"125.500000000000000000,125.5,0.000000000000000000", "1,2.5,-1.5", "1E+3,1,999", ",1,"})
    void givenNumber_whenLess_thenThatMuchLess_alsoBelowZero(String now, String amount, String expected) {
        assertThat(of(new Computed.Minus(new BigDecimal(amount)), now)).isEqualTo(expected);
    }

    @Test
    void givenWord_thenChangedOnlyFromTheNamedOne() {
        Computed change = new Computed.WhenEquals("pending", "processing");

        assertThat(of(change, "pending")).isEqualTo("processing");
        assertThat(of(change, "confirmed")).isEqualTo("confirmed");
        assertThat(of(change, null)).isNull();
    }

    @Test
    void givenWord_thenTheExceptedOneStays() {
        Computed change = new Computed.Unless("quarantined", "swept");

        assertThat(of(change, "quarantined")).isEqualTo("quarantined");
        assertThat(of(change, "active")).isEqualTo("swept");
        assertThat(of(change, null)).isEqualTo("swept");
    }

    @Test
    void givenNothing_thenTheFirstValueStays() {
        Computed change = new Computed.WhenAbsent("partial");

        assertThat(of(change, null)).isEqualTo("partial");
        assertThat(of(change, "funded")).isEqualTo("funded");
    }

    @Test
    void givenAnotherNumber_thenOnlyZeroLetsThrough() {
        Computed change = new Computed.WhenZero("held_units", new Computed.WhenEquals("processing", "pending"));

        assertThat(change.reads()).containsExactly("held_units");
        assertThat(of(change, "processing", "held_units", "0.000")).isEqualTo("pending");
        assertThat(of(change, "processing", "held_units", "1")).isEqualTo("processing");
        assertThat(of(change, "processing")).isEqualTo("processing");
        assertThat(of(change, "confirmed", "held_units", "0")).isEqualTo("confirmed");
    }

    @Test
    void givenArray_thenTheElementComesLast() {
        Computed change = new Computed.Appended(JsonText.object().with("a", "]\""));

        assertThat(of(change, "[]")).isEqualTo("[{\"a\":\"]\\\"\"}]");
        assertThat(of(change, "[1, [2]]")).isEqualTo("[1, [2], {\"a\":\"]\\\"\"}]");
        assertThat(of(change, null)).isNull();
        assertThatThrownBy(() -> of(change, "{}")).isInstanceOf(IllegalStateException.class);
    }

    private static String of(Computed change, String now, String... others) {
        Map<String, String> row = new HashMap<>();
        row.put("c", now);
        for (int n = 0; n < others.length; n += 2) {
            row.put(others[n], others[n + 1]);
        }
        return change.from("c", row::get);
    }
}
