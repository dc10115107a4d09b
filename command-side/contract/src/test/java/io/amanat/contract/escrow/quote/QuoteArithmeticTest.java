package io.amanat.contract.escrow.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteArithmeticTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Asset token(int decimals) {
        return new Asset(1, new EvmAddress("0x" + "a".repeat(40)), Currency.USDC, decimals);
    }

    @ParameterizedTest
    @CsvSource({
        // price, currency, fx, token price, decimals, settle amount
        "100.00, USD, 1, 1, 6, 100.00",
        "100.00, USD, 1, 0.97, 6, 103.092784", // 103.0927835…
        "100.00, USD, 1, 1.03, 6, 97.087379", // 97.0873786…
        "97.00, USD, 1, 0.97, 6, 100.00", // nothing to round
        "100.00, EUR, 1.0852, 0.9998, 6, 108.541709", // 108.5417083…
        "50000.00, TRY, 0.02871234, 1.0001, 6, 1435.473453", // 1435.473452…
        "0.01, IRR, 0.00002380, 1, 6, 0.000001", // the smallest price costs one unit, not nothing
        "0.01, USD, 1, 1, 0, 1",
        "100.00, USD, 1, 0.97, 2, 103.10",
        "100.00, USD, 1, 0.97, 24, 103.092783505154639175257732",
        "100.00, USDT, 0.9995, 1.0005, 6, 99.900050" // 99.90004997…
    })
    void givenRates_thenTheAmountIsTheCrossRate_roundedUpOnce(
            String price, Currency currency, String fx, String token, int decimals, String expected) {
        AssetAmount settle = QuoteArithmetic.settleAmount(
                Money.of(price, currency), UsdPrice.of(fx), UsdPrice.of(token), token(decimals));

        assertThat(settle).isEqualTo(token(decimals).amount(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "0.97, 309",
        "1.03, -291",
        "0.99995, 1",
        "0.9999500025, 0",
        "0.5, 10000",
        "2, -5000",
        "0.8, 2500",
        "1.25, -2000"
    })
    void givenATokenPrice_thenTheDepegIsSaidInBasisPoints(String token, int bps) {
        assertThat(QuoteArithmetic.depegAdjustmentBps(UsdPrice.of(token))).isEqualTo(bps);
    }

    @Test
    void givenAnyRates_thenTheSellerGetsNoLess_andTheBuyerPaysLessThanOneUnitMore() {
        Random random = new Random(22);
        for (int i = 0; i < 20_000; i++) {
            int decimals = List.of(0, 2, 6, 18, 24).get(random.nextInt(5));
            Currency currency = List.of(Currency.values()).get(random.nextInt(Currency.values().length));
            Money price = new Money(new BigInteger(1 + random.nextInt(30), random).add(BigInteger.ONE), currency);
            UsdPrice fx = new UsdPrice(new BigInteger(1 + random.nextInt(70), random).add(BigInteger.ONE));
            UsdPrice token = new UsdPrice(
                    new BigInteger(59, random).add(UsdPrice.of("0.7").units()));

            AssetAmount settle = QuoteArithmetic.settleAmount(price, fx, token, token(decimals));

            // in dollars, without any division
            BigDecimal wanted = new BigDecimal(price.amount()).multiply(fx.decimal());
            BigDecimal given = new BigDecimal(settle.units(), decimals).multiply(token.decimal());
            BigDecimal unit = new BigDecimal(BigInteger.ONE, decimals).multiply(token.decimal());
            assertThat(settle.positive()).isTrue();
            assertThat(given).as("%s at %s and %s", price, fx, token).isGreaterThanOrEqualTo(wanted);
            assertThat(given.subtract(unit)).isLessThan(wanted);
        }
    }

    @Test
    void givenAnyTokenPrice_thenTheDepegIsTheNearestWholeBasisPoint() {
        Random random = new Random(23);
        for (int i = 0; i < 5_000; i++) {
            UsdPrice token = new UsdPrice(UsdPrice.of("0.5").units().add(new BigInteger(60, random)));
            BigDecimal exact = BigDecimal.valueOf(10_000)
                    .multiply(BigDecimal.ONE.subtract(token.decimal()))
                    .divide(token.decimal(), new MathContext(40, RoundingMode.HALF_EVEN));

            assertThat(BigDecimal.valueOf(QuoteArithmetic.depegAdjustmentBps(token)))
                    .isEqualByComparingTo(exact.setScale(0, RoundingMode.HALF_EVEN));
        }
    }

    @Test
    void givenACheaperToken_thenNeverFewerTokens() {
        Random random = new Random(24);
        Money price = Money.of("123.45", Currency.EUR);
        UsdPrice fx = UsdPrice.of("1.0852");
        for (int i = 0; i < 2_000; i++) {
            UsdPrice one = new UsdPrice(UsdPrice.of("0.5").units().add(new BigInteger(60, random)));
            UsdPrice other = new UsdPrice(UsdPrice.of("0.5").units().add(new BigInteger(60, random)));
            AssetAmount first = QuoteArithmetic.settleAmount(price, fx, one, token(6));
            AssetAmount second = QuoteArithmetic.settleAmount(price, fx, other, token(6));
            if (one.compareTo(other) <= 0) {
                assertThat(first).isGreaterThanOrEqualTo(second);
            } else {
                assertThat(first).isLessThanOrEqualTo(second);
            }
        }
    }

    @Test
    void givenTheLargestPrice_thenItStillFits() {
        AssetAmount settle = QuoteArithmetic.settleAmount(
                Money.of("9999999999.00", Currency.EUR), UsdPrice.of("1000000"), UsdPrice.of("0.5"), token(30));

        assertThat(settle.amount()).isEqualTo("19999999998000000.00");
    }

    @Test
    void givenAQuote_thenItAddsUp_andOneThatWasTouchedDoesNot() {
        Quote quote = Quote.of(
                Money.of("100.00", Currency.EUR),
                token(6),
                UsdPrice.of("1.0852"),
                UsdPrice.of("0.97"),
                List.of(),
                NOW,
                Duration.ofMinutes(15),
                Duration.ofMinutes(5));

        assertThat(quote.addsUp()).isTrue();
        assertThat(quote.expired(NOW.plus(Duration.ofMinutes(15)).minusMillis(1)))
                .isFalse();
        assertThat(quote.expired(NOW.plus(Duration.ofMinutes(15)))).isTrue();
        assertThat(quote.payableUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
        assertThat(with(quote, quote.settleAmount().minus(token(6).units(BigInteger.ONE)), 309)
                        .addsUp())
                .isFalse();
        assertThat(with(quote, quote.settleAmount(), 308).addsUp()).isFalse();
        assertThat(Quote.of(
                                quote.price(),
                                token(6),
                                quote.fxRate(),
                                UsdPrice.of("0.4999"),
                                List.of(),
                                NOW,
                                Duration.ofMinutes(15),
                                Duration.ZERO)
                        .addsUp())
                .isFalse();
    }

    @Test
    void givenTwoPrices_thenTheirDistanceIsComparedExactly() {
        UsdPrice one = UsdPrice.of("1");
        assertThat(one.within(100, UsdPrice.of("1.01"))).isTrue();
        assertThat(one.within(100, UsdPrice.of("1.010000000000000001"))).isFalse();
        assertThat(UsdPrice.of("1.01").within(100, one)).isTrue();
        assertThat(one.within(0, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1000000.000000000000000001", "1e3", "1.0000000000000000001"})
    void givenNoPrice_thenItIsRefused(String text) {
        assertThatThrownBy(() -> UsdPrice.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Quote with(Quote quote, AssetAmount settle, int bps) {
        return new Quote(
                quote.price(),
                quote.fxRate(),
                quote.tokenPriceUsd(),
                bps,
                settle,
                quote.sources(),
                quote.quotedAt(),
                quote.expiresAt(),
                quote.payableUntil());
    }
}
