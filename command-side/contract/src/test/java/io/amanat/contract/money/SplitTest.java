package io.amanat.contract.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final Asset USDT = new Asset(1, new EvmAddress("0x" + "aa".repeat(20)), Currency.USDT, 6);
    private static final int UNITS_MAX = 1_000_000;
    private static final int PARTIES_MAX = 10;

    @Test
    void givenEveryAmountUpToAMillionAndTwoToTenParties_whenSplitEvenly_thenNoUnitIsLost() {
        for (int parties = 2; parties <= PARTIES_MAX; parties++) {
            List<BigInteger> even = weights(parties, 1, 0);
            for (int units = 1; units <= UNITS_MAX; units++) {
                check(units, even, parties);
            }
        }
    }

    @Test
    void givenUnevenWeights_whenSplit_thenNoUnitIsLostAndNobodyIsOffByAWholeUnit() {
        for (int parties = 2; parties <= PARTIES_MAX; parties++) {
            for (int units = 1; units <= UNITS_MAX; units += 97) {
                List<BigInteger> uneven = weights(parties, units % 13, units % 7 + 1);
                check(
                        units,
                        uneven,
                        uneven.stream().mapToLong(BigInteger::longValueExact).sum());
            }
        }
    }

    @Test
    void givenTies_whenSplit_thenTheEarlierGetsTheUnit() {
        assertThat(split(1, 1, 1)).containsExactly(1L, 0L);
        assertThat(split(5, 1, 1, 1)).containsExactly(2L, 2L, 1L);
        assertThat(split(10, 0, 1, 2)).containsExactly(0L, 3L, 7L);
        assertThat(split(100, 3333, 6667)).containsExactly(33L, 67L);
    }

    @Test
    void givenWeightsThatMakeNoSense_whenSplit_thenRefused() {
        AssetAmount ten = USDT.units(BigInteger.TEN);
        assertThatIllegalArgumentException().isThrownBy(() -> ten.split(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> ten.split(List.of(BigInteger.ZERO)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ten.split(List.of(BigInteger.TWO, BigInteger.ONE.negate())));
    }

    private static void check(long units, List<BigInteger> weights, long whole) {
        long given = 0;
        List<AssetAmount> parts = USDT.units(BigInteger.valueOf(units)).split(weights);
        for (int party = 0; party < parts.size(); party++) {
            long part = parts.get(party).units().longValueExact();
            long off = Math.abs(part * whole - units * weights.get(party).longValueExact());
            if (off >= whole) {
                throw new AssertionError(units + " by " + weights + " gives " + parts);
            }
            given += part;
        }
        if (given != units || parts.size() != weights.size()) {
            throw new AssertionError(units + " by " + weights + " gives " + parts);
        }
    }

    private static List<BigInteger> weights(int parties, int first, int step) {
        return IntStream.range(0, parties)
                .mapToObj(party -> BigInteger.valueOf(first + (long) party * step))
                .toList();
    }

    private static List<Long> split(long units, long... weights) {
        List<BigInteger> of =
                Arrays.stream(weights).mapToObj(BigInteger::valueOf).toList();
        return USDT.units(BigInteger.valueOf(units)).split(of).stream()
                .map(part -> part.units().longValueExact())
                .toList();
    }
}
